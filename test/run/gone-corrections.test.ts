import { join } from 'node:path'
import { readFile } from 'node:fs/promises'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Outcome } from '../../pipeline/contract/outcome.ts'
import { silence } from '../../pipeline/report/watch-progress.ts'
import { Manifest, type ManifestStory } from '../../pipeline/run/manifest.ts'
import type { PublishOptions } from '../../pipeline/run/publish-options.ts'
import { publish } from '../../pipeline/run/publish.ts'
import { galley } from '../support/run-galley.ts'
import { foundNewspaper, story, type SmallNewspaper } from '../support/small-newspaper.ts'

vi.mock('../../pipeline/renderers/index.ts', async () => ({ renderers: [(await import('../../pipeline/renderers/json/renderer.ts')).json] }))

const open: SmallNewspaper[] = []
afterEach(() => Promise.all(open.splice(0).map((paper) => paper.close())))

const pier = '  - { date: 2026-05-05T09:00:00+01:00, text: The pier was wrong. }\n'
const boat = '  - { date: 2026-05-06T09:00:00+01:00, type: clarification, text: "The boat is *hers*." }\n'
const of = (...corrections: string[]): string => (corrections.length > 0 ? `corrections:\n${corrections.join('')}` : '')
const ferry = (front = ''): string => story('Ferry stays in port', front)
const silenced = '# allow correction-gone: a court has asked for it\n'

async function found(text: string, rules = ''): Promise<SmallNewspaper> {
  const paper = await foundNewspaper({ ferry: text, quay: story('Quay is closed') }, 'json: {}')
  open.push(paper)
  if (rules !== '') await paper.write('publication.yml', `name: The Ferry Gazette\nurl: https://gazette.example\nlanguage: en-GB\nsections:\n  sea: Sea\nformats:\n  json: {}\nrules: { missing-standfirst: off, ${rules} }\n`)
  return paper
}

function print({ source, out }: SmallNewspaper, more: Partial<PublishOptions> = {}): Promise<Outcome> {
  return publish({ source, out, now: Date.parse('2026-11-23T12:00:00Z'), strict: false, check: 'standard', jobs: 2, signal: new AbortController().signal, ...more }, silence)
}

/** Publish the ferry with this front matter, and say what is missed: `2026-05-05 correction`. */
async function missed(paper: SmallNewspaper, text: string, more: Partial<PublishOptions> = {}): Promise<string[]> {
  await paper.write('articles/ferry.md', text)
  return told(await print(paper, more))
}

function told({ diagnostics }: Outcome): string[] {
  return diagnostics.filter(({ rule }) => rule === 'correction-gone').map(({ reason }) => reason.replace(/^The (\w+) of ([\d-]+).*$/, '$2 $1')).sort()
}

async function storyOf({ out }: SmallNewspaper, slug = 'ferry'): Promise<ManifestStory | undefined> {
  return Manifest.parse(JSON.parse(await readFile(join(out, 'manifest.json'), 'utf8'))).stories.find((one) => one.slug === slug)
}

describe('a correction that readers have seen', () => {
  it('is asked for in every publish until it is back, and the manifest keeps none of its words', async () => {
    const paper = await found(ferry(of(pier, boat)))
    expect(told(await print(paper))).toEqual([])
    expect(await missed(paper, ferry(of(boat)))).toEqual(['2026-05-05 correction'])
    expect(told(await print(paper))).toEqual(['2026-05-05 correction'])
    expect(JSON.stringify(await storyOf(paper))).not.toContain('pier')
    expect((await storyOf(paper))?.goneCorrections).toEqual([{ date: '2026-05-05T09:00:00+01:00', type: 'correction', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }])
    expect(await missed(paper, ferry())).toEqual(['2026-05-05 correction', '2026-05-06 clarification'])
    expect(await missed(paper, ferry(of(pier, boat)))).toEqual([])
    expect(await storyOf(paper)).not.toHaveProperty('goneCorrections')
  })

  it.each([
    ['its words', pier.replace('wrong', 'right')],
    ['its type', pier.replace('text:', 'type: update, text:')],
    ['its date', pier.replace('09:00:00', '09:00:01')],
  ])('is missed when somebody alters %s, and its first version counts', async (_what, altered) => {
    const paper = await found(ferry(of(pier)))
    await print(paper)
    expect(await missed(paper, ferry(of(altered)))).toEqual(['2026-05-05 correction'])
    expect(await missed(paper, ferry(of(altered.replace('The pier', 'The quay'))))).toContain('2026-05-05 correction')
    // What stood in between under the same time is no correction of its own; under another time, it is.
    expect(await missed(paper, ferry(of(pier)))).toHaveLength(altered.includes('09:00:00+') ? 0 : 1)
  })

  it.each([
    ['is written on other lines', 'corrections:\n  - date: 2026-05-05T09:00:00+01:00\n    type: correction\n    text: >-\n      The pier\n      was wrong.\n'],
    ['has its time in another zone', of(pier.replace('09:00:00+01:00', '08:00:00Z'))],
    ['stands behind a newer one', of(boat, pier)],
  ])('is not missed when it %s', async (_what, front) => {
    const paper = await found(ferry(of(pier)))
    await print(paper)
    expect(await missed(paper, ferry(front))).toEqual([])
  })

  it('is missed at the corrections that are left, and without any at the headline', async () => {
    const paper = await found(ferry(of(pier, boat)))
    await print(paper)
    await paper.write('articles/ferry.md', ferry(of(boat)))
    expect((await print(paper)).diagnostics).toMatchObject([{ file: 'articles/ferry.md', line: 7, severity: 'warning', story: 'ferry', reason: expect.stringContaining('The correction of 2026-05-05T09:00:00+01:00'), hint: expect.stringContaining('# allow correction-gone') }])
    await paper.write('articles/ferry.md', ferry())
    expect((await print(paper)).diagnostics.map(({ line }) => line)).toEqual([2, 2])
  })

  it.each([
    ['above the corrections', ferry(silenced + of(boat)), ferry(of(boat))],
    ['above the headline', ferry().replace('---\n', `---\n${silenced}`), ferry()],
  ])('is forgotten when a comment %s says why it had to go, and the comment may go then', async (_where, comment, after) => {
    const paper = await found(ferry(of(pier, boat)))
    await print(paper)
    expect(await missed(paper, after)).not.toEqual([])
    expect(await missed(paper, comment)).toEqual([])
    expect(await storyOf(paper)).not.toHaveProperty('goneCorrections')
    expect(await missed(paper, after)).toEqual([])
  })

  it('keeps the story as it stood where the newsroom makes an error of it, and is not forgotten where it is switched off', async () => {
    const strict = await found(ferry(of(pier)), 'correction-gone: error')
    await print(strict)
    expect(await missed(strict, ferry())).toEqual(['2026-05-05 correction'])
    expect((await storyOf(strict))?.teaser?.corrections).toHaveLength(1)
    const lax = await found(ferry(of(pier)), 'correction-gone: off')
    await print(lax)
    expect(await missed(lax, ferry())).toEqual([])
    expect((await storyOf(lax))?.goneCorrections).toHaveLength(1)
  })

  it('is missed by the id of its story, in whatever file and under whatever address that is', async () => {
    const paper = await found(ferry(of(pier)))
    await print(paper)
    await paper.remove('articles/ferry.md')
    await paper.write('articles/port/boats.md', ferry('id: ferry\n'))
    expect(told(await print(paper))).toEqual(['2026-05-05 correction'])
    await paper.remove('articles/port/boats.md')
    await paper.write('articles/ships.md', ferry('id: ships\nformerly: [sea/boats]\n'))
    expect(told(await print(paper))).toEqual(['2026-05-05 correction'])
    await paper.write('articles/ships.md', ferry('id: vessels\n'))
    expect(told(await print(paper))).toEqual(['2026-05-05 correction'])
    // Another story in a file of that name is not that story.
    await paper.write('articles/fleet.md', ferry('id: vessels\n'))
    await paper.write('articles/ships.md', ferry('id: another\n'))
    expect((await print(paper)).diagnostics.filter(({ rule }) => rule === 'correction-gone').map(({ file }) => file)).toEqual(['articles/fleet.md'])
  })

  it('is not missed in a story that is not public any more, and waits where a run leaves the story alone', async () => {
    const paper = await found(ferry(of(pier)))
    await print(paper)
    expect(await missed(paper, ferry(), { only: ['quay'] })).toEqual([])
    expect(told(await print(paper))).toEqual(['2026-05-05 correction'])
    expect(await missed(paper, ferry('status: withheld\n'))).toEqual([])
  })

  it('is missed in a story that comes from the cache', async () => {
    const paper = await found(ferry(of(pier)))
    const run = async (): Promise<Outcome> => JSON.parse((await galley(['publish', '--json', '--now', '2026-11-23T12:00:00Z', '--source', paper.source, '--out', paper.out, '--cache', join(paper.folder, 'cache')])).stdout) as Outcome
    await run()
    await paper.write('articles/ferry.md', ferry())
    expect(told(await run())).toEqual(['2026-05-05 correction'])
    const again = await run()
    expect([told(again), again.work]).toMatchObject([['2026-05-05 correction'], [{ format: 'json', drawn: 0, recalled: 2 }, { format: 'kills', drawn: 0 }]])
  })
})
