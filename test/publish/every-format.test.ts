import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Article } from '../../pipeline/ast/article.ts'
import type { Outcome } from '../../pipeline/contract/outcome.ts'
import { fetchAmpValidator } from '../../pipeline/tools/amp/fetch-amp-validator.ts'
import type { Manifest, ManifestStory } from '../../pipeline/run/manifest.ts'
import { missingWords } from '../support/missing-words.ts'
import { fixtures } from '../support/newsroom.ts'
import { everyJudge, judgesOf, refusedIn, unexplainedIn } from '../support/judged-manifest.ts'
import { readPublished } from '../support/read-published.ts'
import { galley } from '../support/run-galley.ts'
import { hashesBelow } from '../support/small-newspaper.ts'
import { wordsOfStory } from '../support/words-of-story.ts'

/** What every story has in `dist/`. Of a gated story, what holds all of it is below `private/`. */
function filesOf({ slug, path, isGated }: PublishedStory): string[] {
  const whole = isGated ? `private/${path}` : path
  const cards = ['og', 'square', 'story'].map((size) => `${path}/card-${size}.jpg`)
  return [`${path}/index.html`, `${path}/amp/index.html`, ...cards, `${whole}/${slug}.pdf`, `${whole}/${slug}.epub`, `${whole}/article.json`]
}

interface PublishedStory extends ManifestStory {
  article: Article
  isGated: boolean
}

const folder = mkdtempSync(join(tmpdir(), 'galley-every-format-'))
const [here, elsewhere] = [join(folder, 'dist'), join(folder, 'another/place')]
const command = ['publish', '--json', '--source', fixtures, '--now', '2026-11-23T12:00:00Z', '--check', 'full']
const farAway = { TZ: 'Pacific/Auckland', LANG: 'ar_EG.UTF-8', LC_ALL: 'ar_EG.UTF-8' }

let manifest: Manifest
let stories: PublishedStory[]
let outcomes: { code: number | null; errors: Outcome['diagnostics'] }[]

beforeAll(async () => {
  await fetchAmpValidator()
  const runs = [await galley([...command, '--out', here]), await galley([...command, '--out', elsewhere, '--jobs', '3'], { cwd: folder, env: farAway })]
  outcomes = runs.map(({ code, stdout }) => ({ code, errors: (JSON.parse(stdout) as Outcome).diagnostics.filter(({ severity }) => severity === 'error') }))
  manifest = JSON.parse(readFileSync(join(here, 'manifest.json'), 'utf8')) as Manifest
  stories = manifest.stories.map((story) => {
    const file = manifest.files.find(({ article, path }) => article === story.slug && path.endsWith('/article.json'))
    const article = JSON.parse(readFileSync(join(here, file?.path ?? ''), 'utf8')) as Article
    return { ...story, article, isGated: article.access.level !== 'free' }
  })
}, 600_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What is missing, story by story, from the file that `fileOf` names; stories that lack nothing are left out. */
function missingFrom(fileOf: (story: PublishedStory) => string, blocksOf: (story: PublishedStory) => number | undefined = () => undefined): Record<string, string[]> {
  const missing = stories.map((story) => [story.slug, missingWords(readPublished(join(here, fileOf(story)), story.article.direction), wordsOfStory(story.article, blocksOf(story)))] as const)
  return Object.fromEntries(missing.filter(([, words]) => words.length > 0))
}

/** Where the whole of a story lies. */
const folderOf = ({ path, isGated }: PublishedStory): string => (isGated ? `private/${path}` : path)
/** Blocks before the paywall, of gated stories. */
const freeBlocks = ({ article, isGated }: PublishedStory): number | undefined => (isGated ? article.access.freeBlocks : undefined)

describe('the whole newspaper of the tests in every format', () => {
  it('is published without an error', () => {
    expect(outcomes).toEqual([{ code: 0, errors: [] }, { code: 0, errors: [] }])
  })

  it('has every file of every story in the manifest', () => {
    expect(stories.length).toBeGreaterThanOrEqual(10)
    const listed = new Set(manifest.files.map(({ path }) => path))
    expect(stories.flatMap(filesOf).filter((path) => !listed.has(path))).toEqual([])
  })

  it('is accepted by every authority that there is', () => {
    // Nobody was killed in it, so the files that are always there are all that kills has made.
    expect(judgesOf(manifest)).toEqual([...everyJudge, 'kills: Kills'].toSorted())
    expect(refusedIn(manifest)).toEqual([])
  })

  it('has every word in every file, or tells what is lost, and where', () => {
    expect(unexplainedIn(manifest)).toEqual([])
  })

  it('has equal bytes in another folder, working directory, time zone and locale, and with other jobs', async () => {
    expect(await hashesBelow(elsewhere)).toEqual(await hashesBelow(here))
  })

  it('loses no word in HTML', () => {
    expect(missingFrom((story) => `${folderOf(story)}/index.html`)).toEqual({})
  })

  it('loses no word of what is free in HTML and AMP', () => {
    expect(missingFrom(({ path }) => `${path}/index.html`, freeBlocks)).toEqual({})
    expect(missingFrom(({ path }) => `${path}/amp/index.html`, freeBlocks)).toEqual({})
  })

  it('loses no word in EPUB', () => {
    expect(missingFrom((story) => `${folderOf(story)}/${story.slug}.epub`)).toEqual({})
  })

  it('loses no word in PDF', () => {
    expect(missingFrom((story) => `${folderOf(story)}/${story.slug}.pdf`)).toEqual({})
  })

  it('tells nobody for free what is behind the paywall', () => {
    for (const { path, article } of stories.filter(({ isGated }) => isGated)) {
      const paid = wordsOfStory({ ...article, body: { ...article.body, children: article.body.children.slice(article.access.freeBlocks) } }).body
      for (const page of ['index.html', 'amp/index.html']) {
        const text = readPublished(join(here, path, page))
        expect(paid.filter((piece) => text.includes(piece))).toEqual([])
      }
    }
  })
})
