import { toXml } from 'xast-util-to-xml'
import type { Element } from 'xast'
import { walk } from '../../ast/walk.ts'
import { forXml } from './for-xml.ts'

/** Write an element as an XML file. What XML cannot hold becomes the replacement character; elements stand as they are given, without indents. */
export function writeXml(element: Element): Uint8Array {
  const root = structuredClone(element)
  walk<Element['children'][number]>(root, (node) => {
    if (node.type === 'text') node.value = forXml(node.value)
    if (node.type === 'element') node.attributes = Object.fromEntries(Object.entries(node.attributes).map(([name, value]) => [name, value == null ? value : forXml(value)]))
  })
  // Text may not hold the end of a CDATA section as it is (XML 1.0, 2.4); the serialiser leaves it so.
  const xml = toXml(root).replaceAll(']]>', ']]&gt;')
  return new TextEncoder().encode(`<?xml version="1.0" encoding="utf-8"?>\n${xml}\n`)
}
