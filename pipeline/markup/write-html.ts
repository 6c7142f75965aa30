import type { Element, Nodes } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { assertInert } from './assert-inert.ts'

/** Write a tree as HTML: the only way in which one becomes a page, or a part of one. Throws where the tree would do more than show words and pictures. */
export function writeHtml(tree: Nodes): string {
  assertInert(tree)
  return toHtml(tree)
}

/** A whole page in bytes, with its document type and a line end behind it. */
export function writePage(page: Element, { upperDoctype = true } = {}): Uint8Array {
  assertInert(page)
  const html = toHtml([{ type: 'doctype' }, page, { type: 'text', value: '\n' }], { upperDoctype })
  return new TextEncoder().encode(html)
}
