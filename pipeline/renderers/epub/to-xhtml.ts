import type { ElementContent, Nodes, Root } from 'hast'
import { toXast } from 'hast-util-to-xast'
import { walk } from '../../ast/walk.ts'
import { assertInert } from '../../markup/assert-inert.ts'
import { forXml } from '../../markup/xml/for-xml.ts'
import { toXml } from 'xast-util-to-xml'

/** Write hast as well-formed XHTML. HTML's own serialiser does not do: it leaves elements open. Throws where it would do more than show words and pictures. */
export function toXhtml(content: readonly ElementContent[]): string {
  const root: Root = structuredClone({ type: 'root', children: [...content] })
  assertInert(root)
  // The serialiser drops what XML cannot hold, and two words would run together.
  walk<Nodes>(root, (node) => {
    if (node.type === 'text') node.value = forXml(node.value)
  })
  const xml = root.children.map((node) => toXml(toXast({ type: 'root', children: [node] }))).join('\n')
  return forXml(escapeSectionEnds(closeVoidElements(xml.replaceAll(' xmlns="http://www.w3.org/1999/xhtml"', ''))))
}

/** Text may not hold the end of a CDATA section as it is (XML 1.0, 2.4); the serialiser leaves it so. */
function escapeSectionEnds(xml: string): string {
  return xml.replaceAll(']]>', ']]&gt;')
}

// Reading systems that take XHTML for HTML see two line breaks in `<br></br>`.
function closeVoidElements(xml: string): string {
  return xml.replace(/><\/(br|hr|img|input|wbr)>/g, '/>')
}
