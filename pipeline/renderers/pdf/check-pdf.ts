import type { Article } from '../../ast/article.ts'
import { descendants } from '../../ast/descendants.ts'
import { lastChanged } from '../../ast/edition.ts'
import { limitsOf } from '../../ast/limits.ts'
import { defineCheck, type Subject } from '../../contract/check.ts'
import { version } from '../../tools/installation.ts'
import { openPdf } from '../../tools/pdf/open-pdf.ts'
import { readTagTree, type TagElement } from '../../tools/pdf/tag-tree.ts'
import { textOfElement } from '../../tools/pdf/text-of-element.ts'

/** A finished file is judged by what every reader needs of it; what is missing is reported. */
export const pdfCheck = defineCheck<unknown>({
  name: 'PDF check',
  level: 'always',
  against: 'story',
  version: async () => ({ version }),
  judge: checkPdf,
})

async function checkPdf({ artifact, article, publication, report }: Subject): Promise<void> {
  const place = { file: article.source }
  const missing = await openPdf(artifact.bytes, findMissing).catch((error: unknown) => [['a readable file', String(error)] as const])
  for (const [expected, found] of missing) report('pdf/broken', place, { expected, found })

  async function findMissing(pdf: Parameters<typeof readTagTree>[0]): Promise<(readonly [string, string])[]> {
    const { pages } = limitsOf(publication)
    if (pdf.numPages > pages) report('pdf/too-long', place, { pages: pdf.numPages, limit: pages })
    const { info, metadata } = (await pdf.getMetadata()) as unknown as { info: { Title?: string; Language?: string }; metadata: Xmp | null }
    const trees = await readTagTree(pdf)
    const isTagged = (await pdf.getMarkInfo())?.Marked === true && trees.some(({ children }) => children.length > 0)
    return [
      ...(trees.some((tree) => textOfElement(tree) !== '') ? [] : [['text', 'none'] as const]),
      ...(isTagged ? [] : [['tags', 'none'] as const]),
      ...(info.Title === article.headline ? [] : [[`the title "${article.headline}"`, `"${info.Title ?? ''}"`] as const]),
      ...(info.Language === article.language ? [] : [[`the language "${article.language}"`, `"${info.Language ?? ''}"`] as const]),
      ...missingGroups(trees, article),
      ...missingMetadata(metadata, article),
      ...missingBookmarks((await pdf.getOutline()) ?? [], article),
    ]
  }
}

/** Each table has a row of headings that is told from its body, so that a reader hears which it is in. */
function missingGroups(trees: readonly TagElement[], { body }: Article): (readonly [string, string])[] {
  const elements = trees.flatMap(elementsBelow)
  const loose = elements.filter(({ role }) => role === 'Table').flatMap(({ children }) => children).filter((child) => 'role' in child && child.role === 'TR')
  const heads = elements.filter(({ role }) => role === 'THead').length
  const tables = [...descendants(body)].filter(({ type }) => type === 'table').length
  return [
    ...(loose.length === 0 ? [] : [['every row of a table in its head or its body', `${loose.length} in neither`] as const]),
    ...(heads >= tables ? [] : [[`a head for each of its ${tables} tables`, String(heads)] as const]),
  ]
}

function elementsBelow({ children }: TagElement): TagElement[] {
  return children.flatMap((child) => ('role' in child ? [child, ...elementsBelow(child)] : []))
}

/** XMP as the library reads it: by names in small letters, lists as lists, all else as text. */
interface Xmp {
  get(name: string): string | string[] | null
}

function missingMetadata(xmp: Xmp | null, article: Article): (readonly [string, string])[] {
  const { byline, language, published } = article
  const expected = { 'dc:creator': byline.map(({ name }) => name).join('; '), 'dc:language': language, 'xmp:CreateDate': published, 'xmp:ModifyDate': lastChanged(article) }
  return Object.entries(expected).flatMap(([name, value]) => {
    const found = [xmp?.get(name.toLowerCase()) ?? ''].flat().join('; ')
    return spaced(found) === spaced(value) ? [] : [[`${name} "${value}" in its metadata`, `"${found}"`] as const]
  })
}

interface Bookmark {
  title: string
  items: Bookmark[]
}

/** The headline is the first bookmark, and each heading of the story has one. */
function missingBookmarks(outline: readonly Bookmark[], { headline, body }: Article): (readonly [string, string])[] {
  const titles = outline.flatMap(titlesOf)
  const needed = 1 + [...descendants(body)].filter(({ type }) => type === 'heading').length
  return [
    ...(spaced(titles[0] ?? '') === spaced(headline) ? [] : [[`a first bookmark "${headline}"`, `"${titles[0] ?? ''}"`] as const]),
    ...(titles.length >= needed ? [] : [[`a bookmark for each of its ${needed} headings`, String(titles.length)] as const]),
  ]
}

function titlesOf({ title, items }: Bookmark): string[] {
  return [title, ...items.flatMap(titlesOf)]
}

/** Control characters, which XMP cannot hold, and soft hyphens, which are for lines only, do not count. */
function spaced(text: string): string {
  return text.replaceAll('\u00AD', '').replace(/[\s\p{Cc}]+/gu, ' ').trim()
}
