import type { Nodes } from 'mdast'

const names: Partial<Record<Nodes['type'], string>> = {
  paragraph: 'text',
  heading: 'a heading',
  blockquote: 'a quote',
  list: 'a list',
  table: 'a table',
  code: 'code',
  thematicBreak: 'a line across',
  footnoteDefinition: 'a footnote',
  definition: 'the definition of a reference',
  image: 'a picture',
  imageReference: 'a picture',
  emphasis: 'emphasis',
  strong: 'strong emphasis',
  delete: 'struck text',
  inlineCode: 'code',
  link: 'a link',
  linkReference: 'a link',
  footnoteReference: 'a footnote',
  html: 'a tag',
  break: 'a hard line end',
}

/** What an author would call a node of mdast. */
export function nameOfBlock(node: Nodes): string {
  return node.type === 'leafDirective' || node.type === 'containerDirective' ? `"${node.name}"` : (names[node.type] ?? node.type)
}
