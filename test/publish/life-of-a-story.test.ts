import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { Outcome } from '../../pipeline/contract/outcome.ts'
import { galley } from '../support/run-galley.ts'
import { foundNewspaper, story, type SmallNewspaper } from '../support/small-newspaper.ts'

const open: SmallNewspaper[] = []
afterEach(() => Promise.all(open.splice(0).map((paper) => paper.close())))

const formats = 'html: {}\nsite: {}\nfeeds: {}\nsitemap: {}'
const day = (date: number, hour = 12): string => `2026-05-${String(date).padStart(2, '0')}T${String(hour).padStart(2, '0')}:00:00Z`
const gale = (more = ''): string => story('Gale closes the bar', more)
const teller = story('Ferry stays in port', 'related:\n  - ref: gale\n')
const retraction = 'corrections:\n  - date: 2026-05-06T09:00:00Z\n    type: retraction\n    text: We could not stand by *this* report.\n'

async function found(text: string, more = ''): Promise<SmallNewspaper> {
  const paper = await foundNewspaper({ teller, gale: text }, `${formats}${more}`)
  open.push(paper)
  return paper
}

async function publish({ source, folder, out }: SmallNewspaper, now: string, more: readonly string[] = ['--cache', join(folder, 'cache')]): Promise<Outcome> {
  const { stdout, stderr } = await galley(['publish', '--json', '--now', now, '--source', source, '--out', out, ...more])
  if (stdout === '') throw new Error(stderr)
  return JSON.parse(stdout) as Outcome
}

async function ofGale(paper: SmallNewspaper): Promise<string[]> {
  return Object.keys(await paper.published()).filter((path) => path.startsWith('sea/gale/'))
}

const everywhere = ['index.html', 'sea/index.html', 'rss.xml', 'atom.xml', 'feed.json', 'sitemap-1.xml', 'sea/teller/index.html', 'sea/teller/article.json', 'manifest.json']

/** Files that tell of it outside of its own folder. */
async function isTold(paper: SmallNewspaper): Promise<string[]> {
  const texts = await Promise.all(everywhere.map(async (path) => [path, await readFile(join(paper.out, path), 'utf8')] as const))
  return texts.filter(([, text]) => /gale closes the bar|sea\/gale\//i.test(text)).map(([path]) => path)
}

/** What stands is what a publish into an empty folder, with nothing kept, would have made. */
async function expectClean(paper: SmallNewspaper, now: string): Promise<void> {
  const stands = await paper.published()
  await rm(paper.out, { recursive: true })
  await publish(paper, now, [])
  expect(stands).toEqual(await paper.published())
}

describe('a story that is public', () => {
  it.each<[string, string, string]>([
    ['is withheld', gale('status: withheld\n'), day(7)],
    ['is a draft again', gale('status: draft\n'), day(7)],
    ['is put under embargo without an end', gale('embargo: {}\n'), day(7)],
    ['is put under embargo', gale(`embargo: { until: ${day(9)} }\n`), day(7)],
    ['expires', gale(`expires: ${day(6)}\n`), day(7)],
    ['was published too early', gale().replace('2026-05-04T08:00:00+01:00', day(9)), day(7)],
  ])('leaves everything when it %s, and comes back to the same bytes', async (_, held, later) => {
    const paper = await found(gale())
    await publish(paper, day(5))
    expect(await isTold(paper)).toEqual(everywhere)
    const before = await paper.published()

    await paper.write('articles/gale.md', held)
    const outcome = await publish(paper, later)
    expect(outcome.stories).toMatchObject({ published: 1, held: 1, removed: 1 })
    expect(await ofGale(paper)).toEqual([])
    expect(await isTold(paper)).toEqual([])
    expect(outcome.diagnostics.map(({ rule, file, line }) => `${rule} ${file}:${line}`)).toEqual(['ref-not-public articles/teller.md:7'])

    await paper.write('articles/gale.md', gale())
    await publish(paper, day(5))
    expect(await paper.published()).toEqual(before)
  })

  it('is killed: a tombstone stays in HTML and AMP, clients and servers are told, and all else is as if it had never been', async () => {
    const paper = await found(gale('formerly: [old/gale]\n'), '\namp: {}')
    await publish(paper, day(5))
    const before = await paper.published()

    // Neither the section nor another story is gone because somebody has taken its address for an earlier one of this.
    await paper.write('articles/gale.md', gale(`formerly: [old/gale, sea, sea/teller]\nstatus: canceled\n${retraction}`))
    const outcome = await publish(paper, day(7))
    expect(outcome.diagnostics.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual(['warning ref-not-public'])
    expect(await ofGale(paper)).toEqual(['sea/gale/amp/index.html', 'sea/gale/index.html'])
    const page = await readFile(join(paper.out, 'sea/gale/index.html'), 'utf8')
    expect(page).toContain('This article has been withdrawn.')
    expect(page).toContain('We could not stand by this report.')
    expect(page).not.toMatch(/Gale closes|first boat/i)
    expect(JSON.parse(await readFile(join(paper.out, 'kills.json'), 'utf8')).killed).toMatchObject([{ slug: 'gale', reason: 'We could not stand by this report.' }])
    expect(await readFile(join(paper.out, 'kills-nginx.conf'), 'utf8')).toMatch(/\{\n {2}default "";\n(?: {2}"~\^\/\S*sea\/gale\S*" ".*";\n){2} {2}"~\^\/old\/gale\(\?:\/\|\$\)" "\/sea\/gale\/index\.html";\n\}\n$/)
    // The manifest names the files of the tombstone.
    expect(await isTold(paper)).toEqual(['manifest.json'])
    expect((await galley(['verify', '--out', paper.out])).code).toBe(0)
    await expectClean(paper, day(7))

    await paper.write('articles/gale.md', gale('formerly: [old/gale]\n'))
    await publish(paper, day(5))
    expect(await paper.published()).toEqual(before)
  })

  it('is killed without a word of why, and where nobody had read it, nothing tells of it', async () => {
    const paper = await found(gale('status: canceled\n'))
    await publish(paper, day(5))
    expect(await readFile(join(paper.out, 'sea/gale/index.html'), 'utf8')).toContain('This article has been withdrawn.')

    for (const unread of [gale(`status: canceled\nembargo: { until: ${day(9)} }\n`), gale('status: canceled\nembargo: {}\n'), gale('status: canceled\n').replace('2026-05-04T08:00:00+01:00', day(9))]) {
      await paper.write('articles/gale.md', unread)
      await publish(paper, day(7))
      expect(await ofGale(paper)).toEqual([])
      expect(await readFile(join(paper.out, 'kills.json'), 'utf8')).not.toContain('gale')
    }
  })
})

describe('a story that waits', () => {
  it.each<[string, string]>([
    ['for the end of its embargo', gale(`embargo: { until: ${day(9)} }\n`)],
    ['for its day', gale().replace('2026-05-04T08:00:00+01:00', day(9))],
  ])('%s is announced by its time alone, and comes by the clock', async (_, text) => {
    const paper = await found(text)
    const early = await publish(paper, day(7))
    expect(early).toMatchObject({ stories: { published: 1, held: 1 }, nextRelease: '2026-05-09T12:00:00.000Z' })
    const { stdout } = await galley(['publish', '--now', day(7), '--source', paper.source, '--out', paper.out])
    expect(stdout).toContain('1 held')
    expect(stdout).toContain('The next story can be published from 2026-05-09T12:00:00.000Z.')
    expect(await isTold(paper)).toEqual([])

    const later = await publish(paper, day(9))
    expect(later.stories).toMatchObject({ published: 2, held: 0 })
    expect(await isTold(paper)).toEqual(everywhere)
  })
})
