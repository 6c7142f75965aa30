import { checkBooks as judgeBooks } from '../../../pipeline/tools/epubcheck/epubcheck.ts'

/** What EPUBCheck says of books, in their order: `error RSC-005 OEBPS/text.xhtml:4: …`, one line a finding. Fails where there is no Java. */
export async function checkBooks(books: readonly Uint8Array[]): Promise<{ findings: string[] }[]> {
  const judged = await judgeBooks(books.map((bytes, index) => ({ path: `${index}.epub`, bytes })), new AbortController().signal)
  return judged.map((findings) => ({ findings: findings.map(({ severity, code, file, line, message }) => `${severity} ${code} ${file}:${line}: ${message}`) }))
}
