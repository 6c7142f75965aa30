import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Outcome } from '../../pipeline/contract/outcome.ts'
import { silence } from '../../pipeline/report/watch-progress.ts'
import type { PublishOptions } from '../../pipeline/run/publish-options.ts'
import { publish } from '../../pipeline/run/publish.ts'
import { foundNewspaper, story, type SmallNewspaper } from '../support/small-newspaper.ts'
import { shouted } from '../support/street-list.ts'

vi.mock('../../pipeline/renderers/index.ts', async () => {
  const [{ json }, { streetList }] = await Promise.all([import('../../pipeline/renderers/json/renderer.ts'), import('../support/street-list.ts')])
  return { renderers: [json, streetList] }
})

const now = Date.parse('2026-11-23T12:00:00Z')
const open: SmallNewspaper[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((paper) => paper.close()))
})

const ferry = story('Ferry stays in port')
const gale = story('Gale closes the bar').replace('2026-05-04', '2026-05-06')
const quay = story('Quay is closed').replace('2026-05-04', '2026-05-05')
const embargo = 'embargo: { until: 2027-01-01T00:00:00Z }\n---\nThe first'

async function found(stories: Record<string, string> = { ferry, gale, quay }): Promise<SmallNewspaper> {
  const paper = await foundNewspaper(stories, 'street: {}')
  open.push(paper)
  return paper
}

function print({ source, out }: SmallNewspaper, more: Partial<PublishOptions> = {}): Promise<Outcome> {
  return publish({ source, out, now, strict: false, check: 'standard', jobs: 2, signal: new AbortController().signal, ...more }, silence)
}

/** The list as it stands; empty where there is none. */
function list({ out }: SmallNewspaper): Promise<string> {
  return readFile(join(out, 'street.txt'), 'utf8').catch(() => '')
}

async function configure(paper: SmallNewspaper, options: string, more = ''): Promise<void> {
  await paper.write('publication.yml', `name: The Ferry Gazette\nurl: https://gazette.example\nlanguage: en-GB\ntimezone: Europe/London\nsections:\n  sea: Sea\n  town: Town\nformats:\n  street: ${options}\n${more}`)
}

/** What is said, but for how the stories are written. */
const told = ({ diagnostics }: Outcome) => diagnostics.filter(({ rule }) => rule !== 'missing-standfirst')
const rules = (outcome: Outcome) => told(outcome).map(({ rule }) => rule)

describe('what is about the publication as a whole', () => {
  it('shows every story that stands, those in front first, then newest first, and belongs to no article', async () => {
    const paper = await found()
    await configure(paper, '{}', 'front: [ferry]\n')
    expect(await print(paper)).toMatchObject({ exitCode: 0, work: [{ format: 'json', drawn: 3 }, { format: 'street', drawn: 1, recalled: 0 }] })
    expect(shouted(await list(paper))).toEqual(['ferry', 'gale', 'quay'])
    expect((await paper.manifest()).files.find(({ path }) => path === 'street.txt')).toMatchObject({ article: null, renderer: 'street', coverage: { written: 11, found: 11 } })
  })

  it('has what its renderer made of each story, and leaves that out of dist', async () => {
    const paper = await found()
    await print(paper)
    expect(await list(paper)).toContain('Read all about it: Ferry stays in port!')
    expect(Object.keys(await paper.published()).filter((path) => path.includes('shout'))).toEqual([])
  })

  it('warns of a slug in front that is that of no story: unknown-front-story', async () => {
    const paper = await found()
    await configure(paper, '{}', 'front: [fery]\n')
    expect(told(await print(paper))).toEqual([expect.objectContaining({ rule: 'unknown-front-story', severity: 'warning', reason: expect.stringContaining('Did you mean "ferry"?') })])
  })

  it('goes with its format', async () => {
    const paper = await found()
    await print(paper)
    await paper.write('publication.yml', (await readFile(join(paper.source, 'publication.yml'), 'utf8')).replace('  street: {}', '  {}'))
    await print(paper)
    expect(await list(paper)).toBe('')
  })
})

describe('a run that selects', () => {
  it('stories tells of all that stand, each as it stands: what was not drawn with its earlier headline', async () => {
    const paper = await found()
    await print(paper)
    await paper.write('articles/gale.md', gale.replace('closes', 'opens'))
    await paper.write('articles/ferry.md', ferry.replace('stays', 'keeps'))
    await print(paper, { only: ['ferry'] })
    expect(shouted(await list(paper))).toEqual(['gale', 'quay', 'ferry'])
    expect(await list(paper)).toContain('Ferry keeps in port | Read all about it: Ferry keeps in port!')
    // The text that would go with the earlier headline is not there any more.
    expect(await list(paper)).toContain('Gale closes the bar | no more of it')
  })

  it('formats leaves it as it was', async () => {
    const paper = await found()
    await print(paper)
    const before = await list(paper)
    await paper.write('articles/ferry.md', ferry.replace('stays', 'keeps'))
    await print(paper, { formats: ['json'] })
    expect(await list(paper)).toBe(before)
  })

  it('formats makes it all the same where a story is gone', async () => {
    const paper = await found()
    await print(paper)
    await paper.write('articles/gale.md', gale.replace('---\nThe first', embargo))
    await print(paper, { formats: ['json'] })
    expect(shouted(await list(paper))).toEqual(['quay', 'ferry'])
  })
})

describe('a story that cannot be published', () => {
  const broken = quay.replace('Quay is closed', 'Quay is open').replace('section: sea', 'section: see')

  it('is told of as it stands since before', async () => {
    const paper = await found()
    await print(paper)
    await paper.write('articles/quay.md', broken)
    expect((await print(paper)).exitCode).toBe(1)
    expect(await list(paper)).toContain('Quay is closed')
  })

  it('is not told of where nothing stands', async () => {
    const paper = await found({ ferry, quay: broken })
    await print(paper)
    expect(shouted(await list(paper))).toEqual(['ferry'])
  })

  it('keeps everything as it was with --strict, but for what has to go', async () => {
    const paper = await found()
    await print(paper)
    const before = await list(paper)
    await paper.write('articles/quay.md', broken)
    await paper.write('articles/ferry.md', ferry.replace('stays', 'keeps'))
    await print(paper, { strict: true })
    expect(await list(paper)).toBe(before)
    await paper.write('articles/gale.md', gale.replace('---\nThe first', embargo))
    await print(paper, { strict: true })
    expect(shouted(await list(paper))).toEqual(['quay', 'ferry'])
    expect(await list(paper)).toContain('Ferry stays in port')
  })
})

describe('a format of the whole that fails', () => {
  it('is left as it was, and the stories are published: edition-failed', async () => {
    const paper = await found()
    await print(paper)
    const before = await list(paper)
    await configure(paper, '{ fails: always }')
    await paper.write('articles/ferry.md', ferry.replace('stays', 'keeps'))
    const outcome = await print(paper)
    expect({ exitCode: outcome.exitCode, rules: rules(outcome), published: outcome.stories.published }).toEqual({ exitCode: 1, rules: ['edition-failed'], published: 3 })
    expect(await list(paper)).toBe(before)
  })

  it('goes where it tells of a story that is gone', async () => {
    const paper = await found()
    await print(paper)
    await configure(paper, '{ fails: always }')
    await paper.remove('articles/ferry.md')
    await print(paper)
    expect(await list(paper)).toBe('')
  })

  it('fails by lacking a headline that it is to show: teaser-lost', async () => {
    const paper = await found()
    await print(paper)
    const before = await list(paper)
    await configure(paper, '{ forgets: Quay is closed }')
    const outcome = await print(paper)
    expect(told(outcome)).toEqual([expect.objectContaining({ rule: 'teaser-lost', file: 'articles/quay.md', reason: 'street.txt lacks the headline “Quay is closed”, which is of this story.' })])
    expect(await list(paper)).toBe(before)
  })

  it('stops everything with --strict', async () => {
    const paper = await found()
    await print(paper)
    const before = await paper.published()
    await configure(paper, '{ forgets: Quay is closed }')
    await paper.write('articles/ferry.md', ferry.replace('stays', 'keeps'))
    expect((await print(paper, { strict: true })).exitCode).toBe(1)
    expect({ ...(await paper.published()), 'manifest.json': '' }).toEqual({ ...before, 'manifest.json': '' })
  })
})

it('is the same where dist was lost', async () => {
  const paper = await found()
  await print(paper)
  const before = await paper.published()
  await rm(paper.out, { recursive: true })
  await print(paper)
  expect(await paper.published()).toEqual(before)
})
