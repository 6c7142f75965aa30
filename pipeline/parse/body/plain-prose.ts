import type { Root, Text } from 'mdast'

/** Letters, digits and the punctuation that has no meaning in Markdown, with nothing to be trimmed at either end. */
const plain = /^[\p{L}\p{M}\p{N},.;:?()'"’‘“”–—-](?:[\p{L}\p{M}\p{N} ,.;:?()'"’‘“”–—-]*[\p{L}\p{M}\p{N},.;:?()'"’‘“”–—-])?$/u

/**
 * What the parser would make of one line of prose, where nothing in it can be markup: headlines of boxes, most captions and credits. A
 * parser that is set up for one line takes a hundred times as long. Nothing comes back where it must be asked.
 */
export function plainProse(text: string): Root | undefined {
  if (!plain.test(text) || /www/i.test(text)) return undefined
  const { length } = text
  const position = { start: { line: 1, column: 1, offset: 0 }, end: { line: 1, column: length + 1, offset: length } }
  const words: Text = { type: 'text', value: text, position }
  return { type: 'root', children: [{ type: 'paragraph', children: [words], position }], position }
}
