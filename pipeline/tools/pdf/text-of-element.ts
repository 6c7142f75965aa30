import type { TagContent, TagElement } from './tag-tree.ts'

// ISO 32000-2, 14.8.4.7: what runs within a line. Everything else begins a line of its own.
const inline = new Set(['Span', 'Link', 'Em', 'Strong', 'Quote', 'Code', 'Lbl', 'Reference', 'NonStruct', 'Annot', 'Sub'])
// A character of the private use area, which no font of ours has.
const lineEnd = '\uF8FF'

/** The text of an element in reading order, a line for each block in it; pictures by their alternative texts. */
export function textOfElement(element: TagElement): string {
  return marked(element)
    .replaceAll('\u2060', '')
    .replaceAll(/(?<=\S[-–—/\u2010])\uF8FF/gu, '')
    .replaceAll(/[\uF8FF \t]+/g, ' ')
    .replaceAll(/ (?=\p{M})/gu, '')
    .replaceAll(/[\uFB1D-\uFDFF\uFE70-\uFEFC]+/g, (forms) => forms.normalize('NFKC'))
    .replaceAll(/ ?\n\s*/g, '\n')
    .trim()
}

/** True for an element that runs within a line. */
export function isInline({ role }: Pick<TagElement, 'role'>): boolean {
  return inline.has(role)
}

// The space at which a line was broken is not in the file, so line ends are marked first and judged when both sides are known.
function marked(element: TagElement): string {
  const words = element.children.map((child) => ('pieces' in child ? textOfContent(child) : marked(child))).join('')
  const text = element.role === 'Figure' && element.alt ? `${element.alt}\n${words}` : words
  if (!isInline(element)) return `\n${text}\n`
  return element.role === 'Link' ? unbrokenAddress(text) : text
}

function textOfContent(content: TagContent): string {
  return content.pieces.map(({ text, endsLine }) => (endsLine ? text + lineEnd : text)).join('')
}

// An address that fills more than one line was broken where it has no space.
function unbrokenAddress(text: string): string {
  const [, before = '', address] = /^([\uF8FF\s]*)(https?:.*)$/s.exec(text) ?? []
  return address === undefined ? text : before + address.replaceAll(/[\uF8FF\s]+/g, '')
}
