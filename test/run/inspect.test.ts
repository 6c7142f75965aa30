import { readdir, writeFile } from 'node:fs/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Check } from '../../pipeline/contract/check.ts'
import type { Renderer } from '../../pipeline/contract/renderer.ts'
import { silence } from '../../pipeline/report/watch-progress.ts'
import { inspect } from '../../pipeline/run/inspect.ts'
import { openKeptVerdicts, type KeptVerdicts } from '../../pipeline/run/kept-verdicts.ts'
import { notChecked } from '../../pipeline/run/not-checked.ts'
import { openOut, type Out } from '../../pipeline/run/open-out.ts'
import { openPress, type Drawn } from '../../pipeline/run/press.ts'
import type { PublishOptions } from '../../pipeline/run/publish-options.ts'
import { readNewsroom, type Newsroom } from '../../pipeline/run/read-newsroom.ts'
import { selectWork } from '../../pipeline/run/select-work.ts'
import { openStanding } from '../../pipeline/run/standing.ts'
import { openStoreroom } from '../../pipeline/run/storeroom.ts'
import { foundNewspaper, story, type SmallNewspaper } from '../support/small-newspaper.ts'

let paper: SmallNewspaper
let newsroom: Newsroom
let out: Out
let options: PublishOptions
beforeEach(async () => {
  paper = await foundNewspaper({ ferry: story('Ferry stays in port', 'standfirst: A gale.\n'), quay: story('Quay is closed', 'standfirst: The same gale.\n') })
  options = { source: paper.source, out: paper.out, now: Date.parse('2026-11-23T12:00:00Z'), strict: false, check: 'full', jobs: 2, signal: new AbortController().signal }
  const [read, opened] = await Promise.all([readNewsroom(paper.source, options.now), openOut(options)])
  if (!('stories' in read) || 'diagnostics' in opened) throw new Error('The newspaper cannot be read.')
  newsroom = read
  out = opened
})
afterEach(async () => {
  await out.close()
  await paper.close()
})

/** An authority on `article.json` that refuses what is said, and counts what it was shown. */
function authority(refuses: (slug: string) => boolean, seen: string[] = []): Check {
  return {
    name: 'Town clerk',
    level: 'full',
    against: 'bytes',
    version: async () => ({ version: '7' }),
    judge: async (subjects) => {
      for (const { article, artifact, report } of subjects) {
        seen.push(new TextDecoder().decode(artifact.bytes.subarray(0, 1)) + article.slug)
        if (refuses(article.slug)) report('json/invalid', { file: article.source }, { path: 'headline', message: 'not by law' })
      }
    },
  }
}

async function inspectWith(check: Check, kept: KeptVerdicts = openKept(), judgedFormats = ['json']): Promise<Drawn> {
  const work = selectWork(newsroom, { formats: judgedFormats })
  if ('diagnostics' in work) throw new Error('The formats are not there.')
  const formats = work.formats.map((format) => ({ ...format, renderer: withCheck(format.renderer, check, judgedFormats) }))
  const press = await openPress(newsroom, { ...work, formats }, out, { ...options, kept, standing: openStanding(out.folder, undefined) })
  const drawn = await press.run(silence).finally(() => press.close())
  return inspect({ newsroom, work: { ...work, formats }, drawn, out, options, kept, progress: silence })
}

function withCheck(renderer: Renderer, check: Check, formats = ['json']): Renderer {
  return formats.includes(renderer.name) ? { ...renderer, checks: [...renderer.checks, check] } : { ...renderer, checks: [] }
}

const fates = ({ stories }: Drawn) => Object.fromEntries(stories.map(({ story: { slug }, fate }) => [slug, fate]))
const records = ({ stories }: Drawn) => stories.flatMap(({ files }) => files).flatMap(({ record }) => record.checks).filter(({ name }) => name === 'Town clerk')
const rules = ({ stories }: Drawn) => stories.flatMap(({ diagnostics }) => diagnostics).map(({ rule }) => rule)

describe('an authority that is asked with --check full', () => {
  it('sees the very bytes that are published, and is on record with its version and verdict', async () => {
    const seen: string[] = []
    const drawn = await inspectWith(authority(() => false, seen))
    expect(seen.toSorted()).toEqual(['{ferry', '{quay'])
    expect(records(drawn)).toEqual([{ name: 'Town clerk', version: '7', verdict: 'passed' }, { name: 'Town clerk', version: '7', verdict: 'passed' }])
  })

  it.each([
    ['once about the files of all formats that name it', undefined, [['html ferry', 'html quay', 'json ferry', 'json quay']]],
    ['about as many at once as it takes', 3, [['html ferry', 'html quay', 'json ferry'], ['json quay']]],
  ])('is asked %s', async (_, atOnce, batches) => {
    const asked: string[][] = []
    const judge: Check['judge'] = async (subjects) => void asked.push(subjects.map(({ format, article }) => `${format} ${article.slug}`).toSorted())
    await inspectWith({ ...authority(() => false), ...(atOnce ? { atOnce } : {}), judge }, undefined, ['html', 'json'])
    expect(asked).toEqual(batches)
  })

  it('keeps a story from being published, and no other', async () => {
    const drawn = await inspectWith(authority((slug) => slug === 'quay'))
    expect(fates(drawn)).toEqual({ ferry: 'published', quay: 'failed' })
    expect(rules(drawn)).toEqual(['json/invalid'])
  })

  it('is not asked again about what it has accepted, and is about what it has refused', async () => {
    const kept = openKept()
    const [first, second]: string[][] = [[], []]
    await inspectWith(authority((slug) => slug === 'quay', first), kept)
    const drawn = await inspectWith(authority((slug) => slug === 'quay', second), kept)
    expect([first, second].map((seen) => seen?.length)).toEqual([2, 1])
    expect(records(drawn)).toEqual([{ name: 'Town clerk', version: '7', verdict: 'passed' }])
  })

  it('is missed aloud where it is not on the machine: check-missing', async () => {
    const drawn = await inspectWith({ ...authority(() => true), version: async () => ({ missing: 'Install a town clerk.' }) })
    expect(fates(drawn)).toEqual({ ferry: 'published', quay: 'published' })
    expect(records(drawn)).toEqual([{ name: 'Town clerk', verdict: 'not-checked' }, { name: 'Town clerk', verdict: 'not-checked' }])
    expect(drawn.stories.flatMap(({ diagnostics }) => diagnostics)).toMatchObject([{ rule: 'check-missing', severity: 'error', hint: 'Install a town clerk.' }])
  })

  it('is closed where the run fails beside it, so that no browser keeps it from ending', async () => {
    const closed: string[] = []
    const failing: Check = { ...authority(() => false), version: () => Promise.reject(new Error('the disk is gone')), close: async () => void closed.push('closed') }
    await expect(inspectWith(failing)).rejects.toThrow('the disk is gone')
    expect(closed).toEqual(['closed'])
  })

  it('publishes nothing that it could not judge because it crashed: check-failed', async () => {
    const drawn = await inspectWith({ ...authority(() => true), judge: () => Promise.reject(new Error('the ink has run out')) })
    expect(fates(drawn)).toEqual({ ferry: 'failed', quay: 'failed' })
    expect(rules(drawn)).toEqual(['check-failed', 'check-failed'])
  })
})

it('an authority of every publish that is not on the machine is told of: not-checked', async () => {
  const work = selectWork(newsroom, {})
  if ('diagnostics' in work) throw new Error('The formats are not there.')
  const away: Check = { ...authority(() => true), level: 'always', version: async () => ({ missing: 'Install a town clerk.' }) }
  const formats = work.formats.map((format) => ({ ...format, renderer: withCheck(format.renderer, away) }))
  const made = [{ path: 'sea/ferry/article.json', mediaType: 'application/json', rel: 'article', audience: 'public' as const }]
  expect(await notChecked({ ...work, formats }, 'standard', made)).toMatchObject([{ rule: 'not-checked', severity: 'info', hint: 'Install a town clerk.' }])
  expect(await notChecked({ ...work, formats }, 'full', made)).toMatchObject([{ rule: 'check-missing', severity: 'error' }])
})

function openKept(judging = 'of this code'): KeptVerdicts {
  return openKeptVerdicts(openStoreroom({ cache: `${paper.folder}/cache` }, { formats: {}, judging, pictures: '', whole: '', tree: '' }))
}

describe('a verdict that was kept', () => {
  const kept = { checks: [], coverage: { written: 9, found: 9 }, diagnostics: [] }
  const question = { format: 'json', checks: ['Town clerk 7'], artifact: 'ab', against: {} }

  it.each([
    ['the same question', {}, 'of this code', kept],
    ['another artifact', { artifact: 'cd' }, 'of this code', undefined],
    ['another version of the authority', { checks: ['Town clerk 8'] }, 'of this code', undefined],
    ['another story', { against: { input: 'ef' } }, 'of this code', undefined],
    ['other code', {}, 'of that code', undefined],
  ])('answers %s', async (_, change, code, answer) => {
    await openKept().keep('story-1', question, kept)
    expect(openKept(code).find('story-1', { ...question, ...change })).toEqual(answer)
  })

  it('is not there any more when its entry is damaged', async () => {
    await openKept().keep('story-1', question, kept)
    for (const path of await readdir(`${paper.folder}/cache`, { recursive: true })) {
      if (path.endsWith('.json')) await writeFile(`${paper.folder}/cache/${path}`, '{"coverage":')
    }
    expect(openKept().find('story-1', question)).toBeUndefined()
  })

  it('is not kept for code that has no hash', async () => {
    const nameless = openKeptVerdicts(openStoreroom({ cache: `${paper.folder}/cache` }, undefined))
    await nameless.keep('story-1', question, kept)
    expect(nameless.find('story-1', question)).toBeUndefined()
  })
})
