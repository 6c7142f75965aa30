import { SaxesParser } from 'saxes'

/** An element of an XML file. */
export interface XmlElement {
  /** With its prefix, as written: `dc:title`. */
  name: string
  attributes: Readonly<Record<string, string>>
  children: (XmlElement | string)[]
}

/** What is wrong with an XML file, and where; lines and columns count from 1. */
export interface XmlFault {
  message: string
  line: number
  column: number
}

/** Read an XML file; `fault` is the first of its errors, after which the tree may lack something. Never throws. */
export function readXml(text: string): { root: XmlElement; fault?: XmlFault } {
  const root: XmlElement = { name: '', attributes: {}, children: [] }
  const open = [root]
  const faults: XmlFault[] = []
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', ({ message }) => faults.push({ message: message.replace(/^\d+:\d+: /, ''), line: parser.line, column: parser.column + 1 }))
  parser.on('text', (value) => open.at(-1)?.children.push(value))
  parser.on('cdata', (value) => open.at(-1)?.children.push(value))
  parser.on('opentag', ({ name, attributes }) => {
    const element: XmlElement = { name, attributes: valuesOf(attributes), children: [] }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  parser.on('closetag', () => open.pop())
  parser.write(text.replace(/^\u{FEFF}/u, '')).close()
  const [fault] = faults
  return fault ? { root, fault } : { root }
}

/** Every element below one, in document order. */
export function elementsBelow(element: XmlElement, name?: string): XmlElement[] {
  const below = element.children.flatMap((child) => (typeof child === 'string' ? [] : [child, ...elementsBelow(child)]))
  return name === undefined ? below : below.filter((found) => found.name === name)
}

function valuesOf(attributes: Readonly<Record<string, { value: string } | string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(attributes).map(([name, of]) => [name, typeof of === 'string' ? of : of.value]))
}
