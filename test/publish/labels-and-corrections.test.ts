import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith'
import { unzipSync } from 'fflate'
import type { Element, Nodes } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { toString } from 'hast-util-to-string'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Commercial, Tone } from '../../pipeline/ast/article.ts'
import type { Outcome } from '../../pipeline/contract/outcome.ts'
import { readCard } from '../../pipeline/renderers/card/read-card.ts'
import { elsewhere, foundLabelledNewspaper, labelledStories, type LabelledStory } from '../support/labelled-newspaper.ts'
import { readPublished } from '../support/read-published.ts'
import { galley } from '../support/run-galley.ts'
import type { SmallNewspaper } from '../support/small-newspaper.ts'

/** What readers must be told, in words of this test’s own. */
const words: Record<Exclude<Tone, 'news'> | Exclude<Commercial, 'none'>, string> = {
  analysis: 'Analysis', opinion: 'Opinion', editorial: 'Editorial', review: 'Review', obituary: 'Obituary', live: 'Live', correction: 'Correction', sponsored: 'Sponsored', paid: 'Paid content',
}
/** https://schema.org/NewsArticle and what stands below and beside it; there is none for an obituary or a correction. */
const types: Record<Tone, string> = {
  news: 'NewsArticle', obituary: 'NewsArticle', correction: 'NewsArticle', analysis: 'AnalysisNewsArticle', opinion: 'OpinionNewsArticle', editorial: 'OpinionNewsArticle', review: 'ReviewNewsArticle', live: 'LiveBlogPosting',
}
const labelOf = ({ tone, commercial }: LabelledStory): string[] => (commercial !== 'none' ? [words[commercial]] : tone === 'news' ? [] : [words[tone]])
/** The first story with each label, and one without: cards and PDFs are dear. */
const oneOfEach = labelledStories.filter((story, index) => labelledStories.findIndex((one) => labelOf(one).join() === labelOf(story).join()) === index)

let paper: SmallNewspaper
const outcomes: Outcome[] = []

beforeAll(async () => {
  paper = await foundLabelledNewspaper()
  const command = ['publish', '--json', '--source', paper.source, '--out', paper.out, '--now', '2026-11-23T12:00:00Z', '--cache', join(paper.folder, 'cache')]
  for (const more of [['--formats', 'html,amp,epub,json,site,feeds'], ['--formats', 'pdf,card', '--only', oneOfEach.map(({ slug }) => slug).join()]]) {
    const { stdout, stderr } = await galley([...command, ...more])
    if (stdout === '') throw new Error(stderr)
    outcomes.push(JSON.parse(stdout) as Outcome)
  }
}, 120_000)
afterAll(() => paper.close())

const folderOf = ({ slug, commercial }: LabelledStory): string => `${commercial === 'none' ? 'sea' : 'town'}/${slug}`
const bytesOf = (path: string): Uint8Array => new Uint8Array(readFileSync(join(paper.out, path)))
const textOf = (path: string): string => readFileSync(join(paper.out, path), 'utf8')
const pageOf = (path: string): Nodes => fromHtml(textOf(path))
const headlineOf = (story: LabelledStory): string => `Boat number ${labelledStories.indexOf(story) + 1} leaves`

/** Elements in the order of the page. */
function elements(node: Nodes, is: (element: Element) => boolean): Element[] {
  const below = 'children' in node ? node.children.flatMap((child) => elements(child, is)) : []
  return node.type === 'element' && is(node) ? [node, ...below] : below
}

const hasClass = (name: string) => ({ properties: { className } }: Element): boolean => Array.isArray(className) && className.includes(name)
const labelsIn = (node: Nodes): string[] => elements(node, hasClass('label')).map((label) => toString(label))

/** Hosts of the links that lead away, and all that say that somebody has paid for them. */
function linksIn(node: Nodes): { away: string[]; sponsored: string[] } {
  const links = elements(node, ({ tagName, properties: { href } }) => ['a', 'area'].includes(tagName) && typeof href === 'string')
  return { away: hostsOf(links.filter(leadsAway)), sponsored: hostsOf(links.filter(isPaid)) }
}

function leadsAway({ properties: { href } }: Element): boolean {
  return /^https?:/.test(String(href)) && !String(href).startsWith('https://gazette.example')
}

function isPaid({ properties: { rel } }: Element): boolean {
  return [rel ?? []].flat().join(' ').split(' ').includes('sponsored')
}

function hostsOf(links: readonly Element[]): string[] {
  const addresses = [...new Set(links.map(({ properties: { href } }) => String(href)))]
  return addresses.map((href) => /^https?:\/\/([\w-]+)\.example/.exec(href)?.[1] ?? href).sort()
}

/** All that lead away, and of paid stories all of them marked; AMP plays sounds where they are. */
function expectedLinks({ commercial }: LabelledStory, file = ''): { away: string[]; sponsored: string[] } {
  const away = elsewhere.filter((place) => place !== 'sound' || !file.startsWith('amp')).sort()
  return { away, sponsored: commercial === 'none' ? [] : away }
}

/** The pages of a book, joined. */
function bookOf(story: LabelledStory): Record<string, Nodes> {
  const files = unzipSync(bytesOf(`${folderOf(story)}/${story.slug}.epub`))
  return Object.fromEntries(Object.entries(files).filter(([name]) => name.endsWith('.xhtml')).map(([name, bytes]) => [name.replace(/^.*\//, ''), fromHtml(new TextDecoder().decode(bytes))]))
}

/** Each form of feed, as somebody else’s parser finds the stories: title, time, categories and text. */
const feeds: Record<string, () => { title?: string; updated: string; categories: (string | undefined)[]; html?: string }[]> = {
  'rss.xml': () => (parseRssFeed(textOf('rss.xml')).items ?? []).map(({ title, categories = [], content, atom }) => ({ title: title ?? '', updated: atom?.updated ?? '', categories: categories.map(({ name }) => name), html: content?.encoded ?? '' })),
  'atom.xml': () => (parseAtomFeed(textOf('atom.xml')).entries ?? []).map(({ title, categories = [], content, updated }) => ({ title: plain(title), updated: String(updated), categories: categories.map(({ label }) => label), html: plain(content) })),
  'feed.json': () => (parseJsonFeed(JSON.parse(textOf('feed.json'))).items ?? []).map(({ title, tags = [], content_html: html, date_modified: updated }) => ({ title: title ?? '', updated: String(updated), categories: tags, html: html ?? '' })),
}

function plain(part: unknown): string {
  return typeof part === 'string' ? part : ((part as { value?: string } | undefined)?.value ?? '')
}

describe('the label of a story, of every tone and with every commercial label', () => {
  it('comes from a publish without an error', () => {
    expect(outcomes.map(({ exitCode, diagnostics }) => [exitCode, diagnostics.filter(({ severity }) => severity === 'error').map(({ reason }) => reason)])).toEqual([[0, []], [0, []]])
    expect(oneOfEach).toHaveLength(10)
  })

  it.each(['index.html', 'amp/index.html'])('stands over the headline of its page, and paid links say so: %s', (file) => {
    for (const story of labelledStories) {
      const page = pageOf(`${folderOf(story)}/${file}`)
      const header = elements(page, hasClass('story-header'))
      expect([story.slug, header.flatMap(labelsIn), labelsIn(page), linksIn(page)]).toEqual([story.slug, labelOf(story), labelOf(story), expectedLinks(story, file)])
    }
  })

  it.each(['index.html', 'amp/index.html'])('has its type in structured data: %s', (file) => {
    for (const story of labelledStories) {
      const [script] = elements(pageOf(`${folderOf(story)}/${file}`), ({ tagName, properties: { type } }) => tagName === 'script' && type === 'application/ld+json')
      expect([story.slug, JSON.parse(script ? toString(script) : '{}')['@type']]).toEqual([story.slug, story.commercial === 'none' ? types[story.tone] : 'AdvertiserContentArticle'])
    }
  })

  it('stands on the title page of its book and over its text, and paid links say so', () => {
    for (const story of labelledStories) {
      const pages = bookOf(story)
      const links = Object.values(pages).map(linksIn)
      const together = { away: [...new Set(links.flatMap(({ away }) => away))].sort(), sponsored: [...new Set(links.flatMap(({ sponsored }) => sponsored))].sort() }
      expect([story.slug, ...['title.xhtml', 'text.xhtml'].map((name) => labelsIn(pages[name] ?? fromHtml(''))), together]).toEqual([story.slug, labelOf(story), labelOf(story), expectedLinks(story)])
    }
  })

  it.each(Object.entries(feeds))('stands before its headline, among its categories and over its text in feeds, and paid links say so: %s', (_path, read) => {
    const items = read()
    expect(items).toHaveLength(labelledStories.length)
    for (const story of labelledStories) {
      const item = items.find(({ title = '' }) => title.endsWith(headlineOf(story)))
      const [label] = labelOf(story)
      const text = fromHtml(item?.html ?? '')
      const labels = Object.values(words).filter((one) => item?.categories.includes(one))
      expect([story.slug, item?.title, labels, linksIn(text)]).toEqual([story.slug, label ? `${label}: ${headlineOf(story)}` : headlineOf(story), labelOf(story), expectedLinks(story)])
      expect([story.slug, toString(text).startsWith(label ?? 'It was seen')]).toEqual([story.slug, true])
    }
  })

  it.each(['index.html', 'sea/index.html', 'town/index.html'])('stands over its headline on every page that shows it: %s', (path) => {
    const page = pageOf(path)
    const teasers = elements(page, hasClass('teaser'))
    const shown = labelledStories.filter((story) => path === 'index.html' || folderOf(story).startsWith(path.slice(0, 3)))
    expect(teasers).toHaveLength(shown.length)
    for (const story of shown) {
      const own = teasers.filter((teaser) => toString(teaser).includes(headlineOf(story)))
      expect([story.slug, own.flatMap(labelsIn)]).toEqual([story.slug, labelOf(story)])
    }
    expect(linksIn(page)).toEqual({ away: [], sponsored: [] })
  })

  it('is in the article itself, as the two words that it comes from', () => {
    for (const { tone, commercial, ...story } of labelledStories) expect(JSON.parse(textOf(`${folderOf({ tone, commercial, ...story })}/article.json`))).toMatchObject({ tone, commercial })
  })

  it('is drawn on its card, one story for each label', async () => {
    for (const story of oneOfEach) {
      const { lines } = await readCard(bytesOf(`${folderOf(story)}/card-og.jpg`))
      expect([story.slug, lines.filter(({ key }) => key === 'label').map(({ text }) => text.toLowerCase())]).toEqual([story.slug, labelOf(story).map((label) => label.toLowerCase())])
    }
  })

  it('is printed over the headline of its PDF, one story for each label', () => {
    for (const story of oneOfEach) {
      const [above = ''] = readPublished(join(paper.out, folderOf(story), `${story.slug}.pdf`)).toLowerCase().split(headlineOf(story).toLowerCase())
      expect([story.slug, Object.values(words).filter((label) => new RegExp(`\\b${label}\\b`, 'i').test(above))]).toEqual([story.slug, labelOf(story)])
    }
  })
})

/** As the story’s author wrote it; nothing else says when the story changed. */
const corrected = '2026-05-05T08:00:00+01:00'
const notice = /Correction\s+5 May 2026\s+The correction(\[\d+\])? was wrong\./

describe('the correction of a story', () => {
  const story: LabelledStory = { slug: 'news-none', tone: 'news', commercial: 'none' }

  it.each(['index.html', 'amp/index.html'])('is boxed at the foot of its page, with a notice at the top that leads there, and is in structured data: %s', (file) => {
    const page = pageOf(`${folderOf(story)}/${file}`)
    const [box] = elements(page, ({ properties: { id } }) => id === 'storyCorrections')
    expect(box ? toString(box) : '').toMatch(notice)
    expect(elements(page, hasClass('story-header')).flatMap((header) => elements(header, ({ properties: { href } }) => href === '#storyCorrections'))).toHaveLength(1)
    const [script] = elements(page, ({ properties: { type } }) => type === 'application/ld+json')
    expect(JSON.parse(script ? toString(script) : '{}')).toMatchObject({ dateModified: corrected, correction: [{ '@type': 'CorrectionComment', name: 'Correction', datePublished: corrected, text: 'The correction was wrong.' }] })
  })

  it('is printed in its PDF, whose metadata have its time', () => {
    const path = `${folderOf(story)}/${story.slug}.pdf`
    expect(readPublished(join(paper.out, path))).toMatch(notice)
    expect(readFileSync(join(paper.out, path), 'latin1')).toContain(`<xmp:ModifyDate>${corrected}</xmp:ModifyDate>`)
  })

  it('has a page of its book, which has its time', () => {
    expect(toString(bookOf(story)['corrections.xhtml'] ?? fromHtml(''))).toMatch(notice)
    const files = unzipSync(bytesOf(`${folderOf(story)}/${story.slug}.epub`))
    const opf = Object.entries(files).filter(([name]) => name.endsWith('.opf')).map(([, bytes]) => new TextDecoder().decode(bytes)).join('')
    expect(opf).toContain('<meta property="dcterms:modified">2026-05-05T07:00:00Z</meta>')
  })

  it('is in the article itself', () => {
    expect(JSON.parse(textOf(`${folderOf(story)}/article.json`))).toMatchObject({ corrections: [{ date: corrected, type: 'correction' }] })
  })

  it.each(Object.entries(feeds))('is told below its text in feeds, which have its time: %s', (_path, read) => {
    for (const { html = '', updated } of read()) {
      expect(toString(fromHtml(html))).toMatch(notice)
      expect(Date.parse(updated)).toBe(Date.parse(corrected))
    }
  })

  it('is told of beside its headline on the front page', () => {
    expect(elements(pageOf('index.html'), hasClass('teaser-mark'))).toHaveLength(labelledStories.length)
  })
})
