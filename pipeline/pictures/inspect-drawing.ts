import { SaxesParser, type SaxesAttributeNS, type SaxesTagNS } from 'saxes'
import { stylesFault } from './drawing-styles.ts'

/** Why a drawing is not published: what is in it that is more than a drawing, on which of its lines, or where it is not well-formed. */
export type DrawingFault = { problem: 'active'; found: string; line: number } | { problem: 'malformed'; detail: string }

/** Whoever opens the file by its own address gives it the rights of the newspaper’s pages. */
const active = new Set(['script', 'handler', 'listener', 'foreignobject', 'iframe', 'object', 'embed', 'audio', 'video', 'canvas', 'link', 'meta', 'base', 'form'])
const animations = new Set(['set', 'animate', 'animatetransform', 'animatemotion', 'animatecolor'])
const htmlNamespace = 'http://www.w3.org/1999/xhtml'

/**
 * Look for anything in an SVG that runs, or that fetches what is not in it. It is refused whole, not cleaned: what was cut away would be missed
 * by whoever drew it, and by nobody else. Pictures may be within it as data; a link may lead to the web.
 */
export function inspectDrawing(bytes: Uint8Array): DrawingFault | undefined {
  const faults: DrawingFault[] = []
  const parser = new SaxesParser({ xmlns: true })
  const refuse = (found: string | undefined) => void (found === undefined || faults.push({ problem: 'active', found, line: parser.line }))
  const styles: string[] = []
  parser.on('error', ({ message }) => faults.push({ problem: 'malformed', detail: message.replace(/\.$/, '') }))
  parser.on('doctype', (doctype) => refuse(doctype.includes('[') ? 'a document type with entities of its own' : undefined))
  parser.on('processinginstruction', ({ target }) => refuse(target.toLowerCase() === 'xml-stylesheet' ? 'a stylesheet of another file' : undefined))
  parser.on('opentag', (tag) => {
    refuse(elementFault(tag))
    styles.push('')
  })
  const addText = (text: string) => styles.push((styles.pop() ?? '') + text)
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('closetag', ({ local }) => {
    const text = styles.pop() ?? ''
    if (local === 'style') refuse(stylesFault(text))
  })
  const text = decode(bytes)
  if (text === undefined) return { problem: 'malformed', detail: 'it is not written in the letters that it says' }
  parser.write(text).close()
  return faults[0]
}

function elementFault({ local, uri, attributes }: SaxesTagNS): string | undefined {
  const name = local.toLowerCase()
  if (active.has(name) || uri === htmlNamespace) return `the element <${local}>`
  if (animations.has(name) && /^(?:xlink:)?href$|^on/i.test(attributes['attributeName']?.value.trim() ?? '')) return `the element <${local}>, which changes an address`
  for (const attribute of Object.values(attributes)) {
    const fault = attributeFault(name, attribute)
    if (fault !== undefined) return fault
  }
  return undefined
}

function attributeFault(element: string, { local: name, prefix, value }: SaxesAttributeNS): string | undefined {
  if (/^on/i.test(name)) return `the event handler ${name}`
  if (name === 'base') return 'another base for its addresses'
  if (name === 'href' || name === 'src') return hrefFault(element, value)
  // What drawing programs and people note of a shape styles nothing.
  return prefix === '' && !/^(?:aria-|data-|class$|id$)/.test(name) ? stylesFault(value) : undefined
}

function hrefFault(element: string, href: string): string | undefined {
  // What a browser drops from an address (URL Standard, 4.4).
  const read = href.trim().replace(/\s/g, '')
  if (read.startsWith('#') || read === '') return undefined
  if (element === 'a' && /^https?:\/\//i.test(read)) return undefined
  const isPicture = (element === 'image' || element === 'feimage') && /^data:image\/(?:png|jpe?g|gif|webp|avif);/i.test(read)
  return isPicture ? undefined : `the address "${read.slice(0, 60)}"`
}

/** In the letters that its first line names, as a browser reads it; UTF-8, where it names none. */
function decode(bytes: Uint8Array): string | undefined {
  const [, label = 'utf-8'] = /^<\?xml[^>]*encoding\s*=\s*["']([\w-]+)/.exec(Buffer.from(bytes.subarray(0, 200)).toString('latin1').replace(/^\u00EF\u00BB\u00BF/, '')) ?? []
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
