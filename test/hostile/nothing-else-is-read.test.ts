import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Outcome } from '../../pipeline/contract/outcome.ts'
import { textOfPdf } from '../../pipeline/tools/pdf/text-of-pdf.ts'
import { drawPhoto, withXmp } from '../support/photos.ts'
import { galley, type Finished } from '../support/run-galley.ts'
import { storyFile } from './corpus.ts'
import { writeNewspaper } from './hostile-newsroom.ts'
import { drawingsThatReachOut, storiesThatReachOut, wordsThatReachOut, type Outside } from './stories-that-reach-out.ts'

/** Made up, so that nothing else in the world says it. */
const canary = 'zorbulquax'
const endings = ['jpg', 'mp4', 'mp3', 'vtt', 'svg', 'css', 'txt', 'md', 'mjs', 'yml']

let paper: Awaited<ReturnType<typeof writeNewspaper>>
let outside: Outside
let scratch: string
let stories: Record<string, string>

beforeAll(async () => {
  scratch = mkdtempSync(join(tmpdir(), 'galley-reach-'))
  const folder = mkdtempSync(join(tmpdir(), 'galley-outside-'))
  paper = await writeNewspaper({})
  outside = { folder, source: paper.folder }
  stories = storiesThatReachOut(outside)
  await writeOutside(folder)
  for (const [slug, text] of Object.entries({ ...stories, words: wordsThatReachOut(outside) })) writeIn(paper.folder, `articles/sea/${slug}.md`, text)
  for (const [name, text] of Object.entries(drawingsThatReachOut(outside))) writeIn(paper.folder, `media/${name}.svg`, text)
  writeIn(paper.folder, 'media/disguised.jpg', Object.values(drawingsThatReachOut(outside))[0] ?? '')
  plantLinks(paper.folder, folder)
})
afterAll(async () => {
  await paper?.remove()
  for (const folder of [scratch, outside.folder]) rmSync(folder, { recursive: true })
})

/** Files that say the canary, each as its kind can say it. */
async function writeOutside(folder: string): Promise<void> {
  const photo = await withXmp(drawPhoto(800, 500), { caption: canary, credit: canary, copyright: canary, alt: canary })
  const contents: Record<string, string | Uint8Array> = {
    jpg: photo, vtt: `WEBVTT\n\n00:00.000 --> 00:01.000\n${canary}\n`, md: storyFile({ body: canary }), mjs: `export default { id: 'house/${canary}' }`, yml: `name: ${canary}\nurl: https://harbourpost.example\nlanguage: en-GB\n`,
    svg: `<svg xmlns="http://www.w3.org/2000/svg" id="x" width="9" height="9"><text>${canary}</text></svg>`,
  }
  for (const ending of endings) writeIn(folder, `canary.${ending}`, contents[ending] ?? canary)
  for (const ending of endings) writeIn(folder, `hidden-name.${ending}`, contents[ending] ?? canary)
}

function plantLinks(source: string, folder: string): void {
  for (const ending of endings) {
    symlinkSync(join(folder, `canary.${ending}`), join(source, `media/link.${ending}`))
    symlinkSync(`link.${ending}`, join(source, `media/link-to-link.${ending}`))
    symlinkSync(join(folder, `not-there.${ending}`), join(source, `media/dangling.${ending}`))
    symlinkSync('/proc/self/environ', join(source, `media/environment.${ending}`))
  }
  mkdirSync(join(source, 'rules'))
  symlinkSync(folder, join(source, 'media/everything'))
  symlinkSync(join(folder, 'canary.mjs'), join(source, 'rules/link.mjs'))
  symlinkSync(join(folder, 'canary.md'), join(source, 'articles/sea/linked.md'))
  symlinkSync(folder, join(source, 'articles/everything'))
}

function writeIn(folder: string, path: string, content: string | Uint8Array): void {
  mkdirSync(join(folder, path, '..'), { recursive: true })
  writeFileSync(join(folder, path), content)
}

function publish(name: string, words: readonly string[] = []): Promise<Finished> {
  const temporary = join(scratch, `${name}-temporary`)
  mkdirSync(temporary)
  return galley(['publish', '--json', '--source', paper.folder, '--out', join(scratch, name), '--cache', join(scratch, `${name}-cache`), ...words], { env: { TMPDIR: temporary, GALLEY_TEST_SECRET: canary } })
}

/** Where a word stands in what a run has said, with what stands around it. */
function heardIn({ stdout, stderr }: Finished, word: string): string[] {
  return `${stdout}\n${stderr}`.match(new RegExp(`.{0,60}${word}.{0,20}`, 'g')) ?? []
}

/** Files below a folder in which the canary is to be found, whatever they are packed in. */
async function singing(folder: string): Promise<string[]> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path)).filter((path) => statSync(path).isFile())
  const found = await Promise.all(paths.map(async (path) => (await contentsOf(new Uint8Array(readFileSync(path)))).some((content) => content.includes(canary)) ? [path] : []))
  return found.flat()
}

async function contentsOf(bytes: Uint8Array): Promise<string[]> {
  const raw = Buffer.from(bytes).toString('latin1')
  if (raw.startsWith('PK')) return [raw, ...Object.values(unzipSync(bytes)).map((file) => Buffer.from(file).toString('latin1'))]
  return raw.startsWith('%PDF') ? [raw, await textOfPdf(bytes)] : [raw]
}

describe('a publish of stories that reach for files outside of their newspaper', () => {
  let ran: Finished
  let diagnostics: Outcome['diagnostics']
  beforeAll(async () => {
    ran = await publish('all')
    diagnostics = (JSON.parse(ran.stdout) as Outcome).diagnostics
  })

  it('refuses each of them, at the line that reaches', () => {
    const refused = new Map(diagnostics.filter(({ severity, line }) => severity === 'error' && line !== undefined).map(({ file, rule }) => [file, rule]))
    expect(Object.keys(stories).filter((slug) => !refused.has(`articles/sea/${slug}.md`))).toEqual([])
    expect(Object.keys(stories).length).toBeGreaterThan(350)
  })

  it('refuses a story that is a link, and does not follow a folder that is one', () => {
    expect(diagnostics).toContainEqual(expect.objectContaining({ rule: 'unreadable-story', file: 'articles/sea/linked.md', reason: expect.stringContaining('leads out of the source folder') }))
    expect(diagnostics).toContainEqual(expect.objectContaining({ rule: 'linked-folder', file: 'articles/everything' }))
  })

  it('publishes as words what other programs would follow', () => {
    const text = readFileSync(join(scratch, 'all/words/article.json'), 'utf8')
    expect(text).toContain('xi:include')
  })

  it('reads none of it: nothing of it is in the output, the cache, the temp folder or what is said', async () => {
    expect(await singing(scratch)).toEqual([])
    expect(heardIn(ran, canary)).toEqual([])
  })

  it('does not say what lies outside, nor whether anything does', () => {
    expect(heardIn(ran, 'hidden-name')).toEqual([])
    const [absent, there] = ['figure-a-link-to-what-is-not-there', 'figure-a-link'].map((slug) => diagnostics.filter(({ file }) => file === `articles/sea/${slug}.md`).map(({ rule }) => rule))
    expect(absent).toEqual(there)
  })
})

// The control: the same picture within the newspaper is published, and then the canary is found.
it('finds what a publish has read', async () => {
  writeIn(paper.folder, 'media/inside.jpg', readFileSync(join(outside.folder, 'canary.jpg')))
  writeIn(paper.folder, 'articles/sea/inside.md', storyFile({ body: '![](/media/inside.jpg)' }))
  await publish('inside', ['--only', 'inside', '--formats', 'html,pdf,epub'])
  const found = (await singing(join(scratch, 'inside'))).join()
  for (const ending of ['html', 'pdf', 'epub', 'jpg']) expect(found).toContain(`.${ending}`)
  rmSync(join(scratch, 'inside'), { recursive: true })
})

describe('a publication that reaches out', () => {
  it.each([
    ['its logo by parent folders', 'logo: ../OUTSIDE/canary.svg', 'path-outside-source'],
    ['its logo by a link', 'logo: media/link.svg', 'path-outside-source'],
    ['its logo by an address', 'logo: file:///etc/hostname', 'path-outside-source'],
    ['a rule by parent folders', 'house: [../OUTSIDE/canary.mjs]', 'invalid-house-file'],
    ['a rule by parent folders on the way', 'house: [./rules/../../OUTSIDE/canary.mjs]', 'invalid-house-file'],
    ['a rule by a link', 'house: [./rules/link.mjs]', 'unreadable-house-file'],
    ['a plug-in by its path', 'retext: [/OUTSIDE/canary.mjs]', 'invalid-retext-plugin'],
    ['a plug-in by a link', 'retext: [./rules/link.mjs]', 'unreadable-house-file'],
  ])('is refused, for %s', async (what, line, rule) => {
    writeFileSync(join(paper.folder, 'publication.yml'), `name: The Harbour Post\nurl: https://harbourpost.example\nlanguage: en-GB\n${line.replace('OUTSIDE', outside.folder.split('/').at(-1) ?? '')}\n`)
    const said = await publish(what.replaceAll(' ', '-'))
    expect((JSON.parse(said.stdout) as Outcome).diagnostics.map((diagnostic) => diagnostic.rule)).toContain(rule)
    expect([said.code, heardIn(said, canary)]).toEqual([2, []])
  })

  it('is refused where publication.yml is itself a link', async () => {
    rmSync(join(paper.folder, 'publication.yml'))
    symlinkSync(join(outside.folder, 'canary.yml'), join(paper.folder, 'publication.yml'))
    const said = await publish('linked')
    expect([said.code, heardIn(said, canary)]).toEqual([2, []])
  })
})
