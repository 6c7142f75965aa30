import type { PDFDocumentProxy } from 'pdfjs-dist'
import type { SnapshotFile } from '../../contract/renderer.ts'
import { openPdf } from '../../tools/pdf/open-pdf.ts'
import { readTagTree, type TagContent, type TagElement } from '../../tools/pdf/tag-tree.ts'
import { isInline, textOfElement } from '../../tools/pdf/text-of-element.ts'

/** What a reviewer reads of a PDF: its text page by page, its tags, its outline, and what it says of itself. */
export async function snapshotPdf(bytes: Uint8Array): Promise<SnapshotFile[]> {
  return openPdf(bytes, async (pdf) => {
    const trees = await readTagTree(pdf)
    return [
      { name: 'text.txt', text: lines(trees.flatMap((tree, index) => [`— page ${index + 1} —`, textOfElement(tree)])) },
      { name: 'tags.txt', text: lines(trees.flatMap((tree, index) => [`— page ${index + 1} —`, ...tree.children.flatMap((child) => drawTag(child, ''))])) },
      { name: 'outline.txt', text: lines(drawOutline((await pdf.getOutline()) ?? [], '')) },
      { name: 'document.txt', text: lines(await drawDocument(pdf)) },
    ]
  })
}

function lines(all: readonly string[]): string {
  return `${all.join('\n')}\n`
}

function drawTag(node: TagElement | TagContent, indent: string): string[] {
  if ('pieces' in node) return []
  // NonStruct says nothing to a reader: what is in it belongs to what it is in.
  if (node.role === 'NonStruct') return node.children.flatMap((child) => drawTag(child, indent))
  const more = [node.language && `lang=${node.language}`, node.alt && `alt="${node.alt}"`].filter(Boolean).join(' ')
  const words = textOfElement(node).replaceAll('\n', ' ').slice(0, 60)
  const line = [`${indent}${node.role}`, more, holdsBlocks(node) ? '' : words].filter(Boolean).join(' ')
  return [line, ...node.children.flatMap((child) => drawTag(child, `${indent}  `))]
}

function holdsBlocks(node: TagElement): boolean {
  return node.children.some((child) => !('pieces' in child) && (child.role === 'NonStruct' ? holdsBlocks(child) : !isInline(child)))
}

type OutlineItems = Awaited<ReturnType<PDFDocumentProxy['getOutline']>>

function drawOutline(items: OutlineItems, indent: string): string[] {
  return items.flatMap(({ title, items: below }) => [`${indent}${title}`, ...drawOutline(below as OutlineItems, `${indent}  `)])
}

async function drawDocument(pdf: PDFDocumentProxy): Promise<string[]> {
  const { info, metadata } = (await pdf.getMetadata()) as unknown as { info: Record<string, unknown>; metadata: { getRaw(): string } | null }
  const told = ['Title', 'Author', 'Subject', 'Keywords', 'Language', 'CreationDate', 'ModDate', 'Creator']
  return [
    `pages: ${pdf.numPages}`,
    `paper: ${await paperOf(pdf)}`,
    `fonts: ${(await fontsOf(pdf)).join(', ')}`,
    ...told.map((key) => `${key}: ${String(info[key] ?? '')}`),
    '',
    metadata?.getRaw().replace(/<pdf:Producer>.*?<\/pdf:Producer>/, '<pdf:Producer>…</pdf:Producer>') ?? '',
  ]
}

/** Millimetres of the first page. */
async function paperOf(pdf: PDFDocumentProxy): Promise<string> {
  const [left = 0, bottom = 0, right = 0, top = 0] = (await pdf.getPage(1)).view
  return `${millimetres(right - left)} x ${millimetres(top - bottom)} mm`
}

function millimetres(points: number): number {
  return Math.round((points / 72) * 25.4)
}

/** PostScript names of the fonts of all pages. */
async function fontsOf(pdf: PDFDocumentProxy): Promise<string[]> {
  const names = new Set<string>()
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    const { styles } = await page.getTextContent()
    await page.getOperatorList()
    for (const id of Object.keys(styles)) {
      if (page.commonObjs.has(id)) names.add(String((page.commonObjs.get(id) as { name?: string }).name).replace(/^[A-Z]{6}\+/, ''))
    }
  }
  return [...names].sort()
}
