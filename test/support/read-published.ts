import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { unzipSync } from 'fflate'
import { fromHtml } from 'hast-util-from-html'

interface Markup {
  type: string
  tagName?: string
  value?: string
  children?: readonly Markup[]
}

/** What can be read in a published page, book or PDF. Written apart from the renderers, which have a `text` of their own. */
export function readPublished(path: string, direction: 'ltr' | 'rtl' = 'ltr'): string {
  if (path.endsWith('.epub')) return readBook(path)
  return path.endsWith('.pdf') ? readPdf(path, direction) : readMarkup(readFileSync(path, 'utf8'))
}

function readMarkup(html: string): string {
  return textBelow(fromHtml(html))
}

const unread = new Set(['head', 'script', 'style', 'template'])

function textBelow({ tagName = '', value, children = [], type }: Markup): string {
  if (type === 'text') return value ?? ''
  return unread.has(tagName) ? '' : children.map(textBelow).join(' ')
}

/** The pages of a book in the order of its spine. */
function readBook(path: string): string {
  const files = unzipSync(new Uint8Array(readFileSync(path)))
  const text = (name: string): string => new TextDecoder().decode(files[name])
  const packagePath = /full-path="([^"]+)"/.exec(text('META-INF/container.xml'))?.[1] ?? ''
  const folder = packagePath.slice(0, packagePath.lastIndexOf('/') + 1)
  const opf = text(packagePath)
  const items = [...opf.matchAll(/<item\s[^>]*>/g)].map(([item]) => [/\sid="([^"]+)"/.exec(item)?.[1], /\shref="([^"]+)"/.exec(item)?.[1] ?? ''] as const)
  const hrefs = new Map(items)
  return [...opf.matchAll(/<itemref[^>]*idref="([^"]+)"/g)].map(([, id]) => readMarkup(text(folder + hrefs.get(id)))).join('\n')
}

/** In the order in which it was set; only lines that run from right to left need poppler's own reading of a page to be turned round. */
function readPdf(path: string, direction: 'ltr' | 'rtl'): string {
  const order = direction === 'ltr' ? ['-raw'] : []
  const { stdout, stderr, error, status } = spawnSync('pdftotext', [...order, '-enc', 'UTF-8', path, '-'], { encoding: 'utf8', maxBuffer: 2 ** 26 })
  if (error) throw new Error('PDFs are read with pdftotext here, which was not found. Install it: apt-get install poppler-utils, or brew install poppler.')
  if (status !== 0) throw new Error(`pdftotext cannot read ${path}: ${stderr}`)
  return stdout
}
