import type { Element, Nodes } from 'hast'
import { toString } from 'hast-util-to-string'
import { isInertAddress } from '../ast/safe-address.ts'
import { walkElements } from './walk-elements.ts'

/** They run, frame, submit or load something, or change what the addresses of a page mean: none is in any file of ours. */
const refused = new Set([
  'iframe', 'frame', 'frameset', 'object', 'embed', 'applet', 'portal', 'fencedframe', 'base', 'form', 'button', 'select', 'textarea', 'svg', 'math', 'template', 'foreignObject',
])
const refusedProperties = new Set(['style', 'srcDoc', 'formAction', 'action', 'ping', 'background', 'manifest', 'xmlBase', 'autoFocus', 'contentEditable', 'is', 'nonce'])
const addresses = ['href', 'src', 'poster', 'cite', 'data', 'longDesc', 'xLinkHref']

/**
 * The one place that decides which elements and attributes reach a page, a book or a feed. Handlers and templates make none of what it
 * refuses, and no word of a story becomes markup; this is what holds if one of them is wrong. Throws and names what it has found.
 */
export function assertInert(tree: Nodes): void {
  walkElements(tree, (element) => {
    const fault = faultOf(element)
    if (fault !== undefined) throw new Error(`Expected markup that only shows words and pictures, found <${element.tagName}> with ${fault}.`)
  })
}

function faultOf(element: Element): string | undefined {
  if (refused.has(element.tagName)) return 'its own behaviour'
  for (const [name, value] of Object.entries(element.properties)) {
    if (value === null || value === undefined || value === false) continue
    if (/^on/i.test(name) || refusedProperties.has(name)) return `the attribute ${name}`
    if (addresses.includes(name) && !isInertAddress(String(value))) return `the address ${String(value)}`
  }
  return faults[element.tagName]?.(element)
}

const faults: Readonly<Record<string, (element: Element) => string | undefined>> = {
  img: sourceFault,
  source: sourceFault,
  // What stands in it is written as it is.
  style: (element) => (/<\/style|<!--/i.test(toString(element)) ? 'text that ends it' : undefined),
  script: (element) => (isStructuredData(element) || isOfAmp(element) ? undefined : 'a program'),
  input: ({ properties: { type, disabled } }) => (type === 'checkbox' && disabled ? undefined : 'a field'),
  meta: ({ properties: { httpEquiv, content } }) => {
    const pragma = httpEquiv === undefined || httpEquiv === null ? 'content-security-policy' : String(httpEquiv).toLowerCase()
    if (pragma === 'content-security-policy') return undefined
    return pragma === 'refresh' && isInertAddress(String(content).replace(/^0; url=/, '')) ? undefined : `the pragma ${pragma}`
  },
}

function sourceFault({ properties: { srcSet = '' } }: Element): string | undefined {
  return String(srcSet).split(',').every((part) => isInertAddress(part.trim())) ? undefined : `the addresses ${String(srcSet)}`
}

function isStructuredData(element: Element): boolean {
  return element.properties['type'] === 'application/ld+json' && element.properties['src'] === undefined && !toString(element).includes('<')
}

function isOfAmp(element: Element): boolean {
  return /^https:\/\/cdn\.ampproject\.org\/v0(?:\/[\w-]+\.[\d.]+)?(?:\.js)$/.test(String(element.properties['src'])) && element.children.length === 0
}
