import type { Artifact, SnapshotFile } from '../../contract/renderer.ts'
import { openBook, textOf, type OpenBook } from './open-book.ts'

const blocks = /(?=<(?:article|aside|blockquote|body|div|dl|figcaption|figure|footer|h[1-6]|header|hr|li|meta|nav|ol|p|pre|section|table|tbody|thead|tr|ul)\b)/g

/** The book's files as a reviewer reads them: the package, the contents and every page, with a line for each block; pictures by name and size. */
export async function snapshotBook({ bytes }: Artifact): Promise<SnapshotFile[]> {
  const book = openBook(bytes)
  const written = [...book.files.keys()].filter((path) => /\.(opf|ncx|xhtml)$/.test(path)).toSorted()
  const pages = written.map((path) => ({ name: path.replace(/^OEBPS\//, ''), text: withLines(textOf(book.files, path)) }))
  return [...pages, { name: 'files.txt', text: await listFiles(book) }]
}

// Within the body only: elsewhere the templates have lines already. Preformatted text keeps its own.
function withLines(xhtml: string): string {
  const [head = '', ...body] = xhtml.split(/(?=<body\b)/)
  const parts = body.join('').split(/(<pre\b[\s\S]*?<\/pre>)/)
  return head + parts.map((part) => (part.startsWith('<pre') ? part : part.replace(blocks, '\n').replace(/\n+/g, '\n'))).join('')
}

/** Every file of the container in its order: pictures with their size in pixels. */
async function listFiles({ files }: OpenBook): Promise<string> {
  const { default: sharp } = await import('sharp')
  const lines: string[] = []
  for (const [path, bytes] of files) {
    if (!/\.(jpg|png)$/.test(path)) lines.push(path)
    else {
      const { format, width, height } = await sharp(bytes).metadata()
      lines.push(`${path} ${format} ${width}x${height}`)
    }
  }
  return `${lines.join('\n')}\n`
}
