import { type Arbitrary, array, assert, asyncProperty, constantFrom, oneof, property, string } from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Article } from '../../pipeline/ast/article.ts'
import { descendants } from '../../pipeline/ast/descendants.ts'
import { safeAddress } from '../../pipeline/ast/safe-address.ts'
import { resolveArticle } from '../../pipeline/resolve/resolve-article.ts'
import { openNewsroom, type TestNewsroom } from '../support/newsroom.ts'
import { body, openDesk, paragraph, writtenStory } from '../support/written-story.ts'
import { addresses, texts } from './attacks.ts'
import { drawAll, writeNewspaper } from './hostile-newsroom.ts'
import { activeIn } from './search/active-in.ts'
import { activeAddress } from './search/active-address.ts'

// Fixed, so that equal code gives equal tests.
const seed = 1843

const marks = ['<', '>', '</', '"', "'", '&', '&lt;', ';', '=', '`', '\\', ']]>', '<!--', '-->', '<![CDATA[', '</script>', '</style>', 'javascript:', 'onload=', ' ', '\n', '\u2028', '\u0000', '\u0001', '\u00AD', '\uD800', '{{', '<%=', ':', '/', '#', '%0A', '\t']
const scraps: Arbitrary<string> = array(oneof(constantFrom(...marks, ...Object.values(texts), ...Object.values(addresses)), string({ unit: 'binary', maxLength: 6 })), { maxLength: 4 }).map((parts) => parts.join(''))

let paper: Awaited<ReturnType<typeof writeNewspaper>>
let newsroom: TestNewsroom
let desk: Awaited<ReturnType<typeof openDesk>>

beforeAll(async () => {
  paper = await writeNewspaper({})
  newsroom = await openNewsroom(paper.folder)
  desk = await openDesk()
})
afterAll(async () => {
  await newsroom?.close()
  await desk?.close()
  await paper?.remove()
})

it('lets any text in any field reach every output as text alone, though it never went through the parser', async () => {
  const whole = await newsroom.article('every-node')
  await assert(asyncProperty(array(scraps, { minLength: 97, maxLength: 97 }), async (list) => {
    const files = await drawAll(newsroom, filledWith(oneAfterAnother(list), whole))
    expect((await Promise.all(files.map(activeIn))).flat()).toEqual([])
  }), { seed, numRuns: 8, endOnFailure: true })
})

it('draws no address but of the web, mail and telephone, whatever the tree says', () => {
  assert(property(scraps, (written) => {
    const drawn = safeAddress(written)
    expect(drawn === undefined || isInert(drawn), `${JSON.stringify(written)} became ${drawn}`).toBe(true)
  }), { seed, numRuns: 3000 })
})

it('refuses any address with a word, or makes it one of the web, mail or telephone', async () => {
  await assert(asyncProperty(scraps, async (written) => {
    const { article, diagnostics } = await resolveArticle(writtenStory({ body: body(paragraph({ type: 'link', url: written, children: [{ type: 'text', value: 'Words' }] })) }), desk)
    const [link] = article ? linksOf(article) : []
    const isAnswered = link === undefined ? diagnostics.length > 0 : isInert(link)
    expect(isAnswered, `${JSON.stringify(written)} became ${link}`).toBe(true)
  }), { seed, numRuns: 600 })
})

function isInert(address: string): boolean {
  return activeAddress(address) === undefined && /^(?:#|https?:|mailto:|tel:)/i.test(address)
}

function linksOf({ body: tree }: Article): string[] {
  return [...descendants(tree)].flatMap((node) => (node.type === 'link' ? [node.url] : []))
}

/** Keys whose values are names of ours, measures or places of files, and not an author's words. */
const closed = new Set(['type', 'src', 'sha256', 'mediaType', 'path', 'source', 'slug', 'section', 'tone', 'commercial', 'status', 'level', 'direction', 'published', 'updated', 'date', 'time', 'until', 'language', 'align', 'duration', 'expires', 'schemaVersion', 'access', 'formerly', 'url', 'canonical', 'href', 'places', 'id', 'picture', 'media', 'captionsFile', 'ref', 'story', 'identifier'])

function oneAfterAnother(list: readonly string[]): () => string {
  let next = 0
  return () => Buffer.from(list[next++ % list.length] ?? '').toString()
}

/** The story with the next text in the place of each text of its author. */
function filledWith<T>(next: () => string, value: T, key = ''): T {
  if (closed.has(key)) return value
  if (typeof value === 'string') return next() as T
  if (Array.isArray(value)) return value.map((one: unknown) => filledWith(next, one, key)) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, below]) => [name, filledWith(next, below, name)])) as T
}
