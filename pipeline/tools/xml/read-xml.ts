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

/** A whole file; `fault` is the first of its errors, after which the tree may lack something. */
export interface XmlFile {
  root: XmlElement
  fault?: XmlFault
}

/** Read an XML file. Never throws. */
export function readXml(text: string): XmlFile {
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
  const found: XmlElement[] = []
  collect(element, name, found)
  return found
}

function collect({ children }: XmlElement, name: string | undefined, found: XmlElement[]): void {
  for (const child of children) {
    if (typeof child === 'string') continue
    if (name === undefined || child.name === name) found.push(child)
    collect(child, name, found)
  }
}

function valuesOf(attributes: Readonly<Record<string, { value: string } | string>>): Record<string, string> {
  const values: Record<string, string> = {}
  for (const [name, of] of Object.entries(attributes)) values[name] = typeof of === 'string' ? of : of.value
  return values
}
