import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join, posix } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { Outcome } from '../../pipeline/contract/outcome.ts'
import { drawPhoto } from '../support/photos.ts'
import { galley } from '../support/run-galley.ts'
import { foundNewspaper, hashesBelow, story, type SmallNewspaper } from '../support/small-newspaper.ts'

const formats = 'html: {}\nsite: {}\nfeeds: {}\nsitemap: {}'
const today = '2026-05-05T12:00:00Z'
const open: SmallNewspaper[] = []
afterEach(() => Promise.all(open.splice(0).map((paper) => paper.close())))

const boat = 'lead:\n  src: /media/boat.jpg\n  alt: A boat at the quay.\n  credit: Mara Quill\n'
const ferry = story('Ferry stays in port', `${boat}standfirst: The bar is closed to all.\nformerly: [town/old-ferry]\n`)
const gale = story('Gale closes the bar').replace('section: sea', 'section: town')
const pilots = story('Nine people may not retire', 'access: { level: subscriber }\n').replace('The second did not leave at all.', 'The second did not leave at all.\n\nOnly those who pay read of the marmalade.')

async function found(stories: Record<string, string> = { ferry, gale, pilots }): Promise<SmallNewspaper> {
  const paper = await foundNewspaper(stories, formats)
  open.push(paper)
  await mkdir(join(paper.source, 'media'), { recursive: true })
  await writeFile(join(paper.source, 'media/boat.jpg'), await drawPhoto(1200, 800).toBuffer())
  return paper
}

interface Run {
  now?: string
  out?: string
  words?: string[]
  env?: NodeJS.ProcessEnv
}

async function print({ source, folder, out }: SmallNewspaper, { now = today, words = [], env = {}, out: elsewhere = out }: Run = {}): Promise<Outcome> {
  const { stdout, stderr } = await galley(['publish', '--json', '--now', now, '--source', source, '--out', elsewhere, '--cache', join(folder, 'cache'), ...words], { env })
  if (stdout === '') throw new Error(stderr)
  return JSON.parse(stdout) as Outcome
}

function drawn({ work }: Outcome): string {
  return work.filter((one) => one.drawn > 0).map((one) => `${one.format} ${one.drawn}`).join(', ')
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}

/** Files of a folder that have any of these words, in their bytes or their names. */
async function filesWith(words: RegExp, folder: string): Promise<string[]> {
  const all = await Promise.all((await filesBelow(folder)).map(async (path) => [path, await readFile(path, 'latin1')] as const))
  return all.filter(([path, text]) => words.test(path.slice(folder.length) + text)).map(([path]) => path.slice(folder.length + 1))
}

describe('front page, feeds and sitemaps', () => {
  it('lead only to what is there, from every page', async () => {
    const paper = await found()
    expect((await print(paper)).exitCode).toBe(0)
    const there = new Set(Object.keys(await paper.published()))
    const pages = [...there].filter((path) => path.endsWith('.html'))
    const links = await Promise.all(pages.map(async (path) => [...(await readFile(join(paper.out, path), 'utf8')).matchAll(/\s(?:href|src)="([^"]+)"/g)].map(([, href = '']) => [path, href.replace('https://gazette.example/', '/').replace(/#.*/, '')] as const)))
    const targets = links.flat().filter(([, href]) => href !== '' && !/^[a-z]+:/.test(href)).map(([path, href]) => {
      const target = href.startsWith('/') ? href.slice(1) : posix.join(posix.dirname(path), href)
      return { path, target: target === '' || target.endsWith('/') ? `${target}index.html` : target }
    })
    expect(targets.length).toBeGreaterThan(50)
    expect(targets.filter(({ target }) => !there.has(target))).toEqual([])
    expect(targets).toContainEqual({ path: 'sea/ferry/index.html', target: 'index.html' })
  })

  it('are drawn where something that they show has changed, and nowhere else', async () => {
    const paper = await found()
    expect(drawn(await print(paper))).toBe('html 3, json 3, kills 1, site 1, feeds 1, sitemap 1')
    const first = await paper.published()
    expect(drawn(await print(paper))).toBe('')
    expect(await paper.published()).toEqual(first)
    // A word in the text of a story: only feeds have that.
    await paper.write('articles/gale.md', gale.replace('at seven', 'at eight'))
    expect(drawn(await print(paper))).toBe('html 1, json 1, feeds 1')
    await paper.write('articles/gale.md', gale.replace('closes', 'opens'))
    expect(drawn(await print(paper))).toBe('html 1, json 1, site 1, feeds 1, sitemap 1')
    // Two days after they were published the stories are no news any more.
    expect(drawn(await print(paper, { now: '2026-05-06T06:00:00Z' }))).toBe('')
    expect(drawn(await print(paper, { now: '2026-05-06T08:00:00Z' }))).toBe('sitemap 1')
    expect(Object.keys(await paper.published())).not.toContain('sitemap-news.xml')
  })

  it('parse and measure nothing where nothing has changed', async () => {
    const paper = await found()
    await print(paper)
    const before = await readFile(join(paper.source, 'articles/ferry.md'))
    const { work } = await print(paper)
    expect(work.map(({ drawn: made }) => made)).toEqual([0, 0, 0, 0, 0, 0])
    expect(await readFile(join(paper.source, 'articles/ferry.md'))).toEqual(before)
  })

  it('have equal bytes in another place, time zone and locale, one at a time, and with nothing kept', async () => {
    const paper = await found()
    await print(paper)
    const elsewhere = join(paper.folder, 'another place/dist')
    await print(paper, { out: elsewhere, words: ['--no-cache', '--jobs', '1'], env: { TZ: 'Pacific/Auckland', LANG: 'ar_EG.UTF-8', LC_ALL: 'ar_EG.UTF-8' } })
    expect(await hashesBelow(elsewhere)).toEqual(await hashesBelow(paper.out))
  })

  it('hold nothing of a story that is not public any more, in dist or in the cache, and neither does its earlier address', async () => {
    const paper = await found()
    const secret = story('Harbourmaster resigns', `${boat}kicker: Zanzibar\nstandfirst: He kept a tortoise.\nformerly: [town/marzipan]\n`)
    await paper.write('articles/secret.md', secret)
    await print(paper)
    const words = /secret|Harbourmaster|Zanzibar|tortoise|marzipan/
    expect((await filesWith(words, paper.out)).toSorted()).toEqual(expect.arrayContaining(['index.html', 'rss.xml', 'sea/feed.json', 'sitemap-1.xml', 'sitemap-news.xml', 'town/marzipan/index.html']))
    await paper.write('articles/secret.md', secret.replace('---\nThe first', 'embargo: { until: 2027-01-01T00:00:00Z }\n---\nThe first'))
    // Whatever the run selects.
    await print(paper, { words: ['--formats', 'json', '--only', 'ferry'] })
    expect(await filesWith(words, paper.out)).toEqual([])
    expect(await filesWith(words, join(paper.folder, 'cache'))).toEqual([])
    expect((await galley(['verify', '--out', paper.out])).code).toBe(0)
  })

  it('hold of a gated story what is free, and lead nobody to its complete copy', async () => {
    const paper = await found()
    await print(paper)
    expect((await filesWith(/marmalade/, paper.out)).toSorted()).toEqual(['private/sea/pilots/article.json', 'private/sea/pilots/index.html'])
    expect((await filesWith(/private\//, paper.out)).filter((path) => path !== 'manifest.json' && !path.startsWith('private/'))).toEqual([])
  })

  it('hold nothing of what is not free any more, whatever the run selects', async () => {
    const paper = await found({ pilots: pilots.replace('access: { level: subscriber }\n', '') })
    await print(paper)
    expect(await filesWith(/marmalade/, paper.out)).toContain('rss.xml')
    await paper.write('articles/pilots.md', pilots)
    await print(paper, { words: ['--formats', 'html'] })
    expect((await filesWith(/marmalade/, paper.out)).filter((path) => !path.startsWith('private/'))).toEqual([])
  })

  it('go when their format does, and everything that only they used', async () => {
    const paper = await found()
    await print(paper)
    const settings = await readFile(join(paper.source, 'publication.yml'), 'utf8')
    await paper.write('publication.yml', settings.replace('  site: {}\n  feeds: {}\n  sitemap: {}\n', ''))
    await print(paper)
    expect(Object.keys(await paper.published()).filter((path) => !/^(assets|private|sea\/\w+|town\/gale)\//.test(path))).toEqual(['kills-apache.conf', 'kills-nginx.conf', 'kills.json', 'manifest.json'])
    expect(Object.keys(await paper.published()).filter((path) => path.startsWith('assets/site-'))).toEqual([])
    expect(await readFile(join(paper.out, 'sea/ferry/index.html'), 'utf8')).toContain('href="https://gazette.example/"')
  })
})
