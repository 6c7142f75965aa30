import { openPdf } from './open-pdf.ts'
import { readTagTree } from './tag-tree.ts'
import { textOfElement } from './text-of-element.ts'

/**
 * What a reader can read in a tagged PDF, in the order of its tags, a line for each block. What is tagged as decoration
 * (running foot, rules) is not part of it.
 */
export async function textOfPdf(bytes: Uint8Array): Promise<string> {
  const pages = await openPdf(bytes, readTagTree)
  return pages.map(textOfElement).join('\n').trim()
}
