import { activeAddress } from './active-address.ts'
import { activeInCss } from './active-css.ts'
import { addressesInJson } from './addresses-in-json.ts'

/** An element of a page or book, whoever parsed it: names in small letters. */
export interface FoundElement {
  name: string
  attributes: Readonly<Record<string, string>>
  /** The text in it. */
  text: string
}

/** Never written by us: they run, frame, load or submit something, or change what the addresses of a page mean. */
const foreign = new Set([
  'iframe', 'frame', 'frameset', 'object', 'embed', 'applet', 'portal', 'base', 'form', 'button', 'select', 'textarea', 'svg', 'math', 'template', 'foreignobject',
  'animate', 'set', 'dialog', 'marquee', 'bgsound', 'layer', 'isindex', 'keygen', 'fencedframe', 'slot',
])
const addressed = ['href', 'src', 'poster', 'cite', 'data', 'longdesc', 'background', 'manifest', 'xlink:href', 'content-src', 'usemap', 'url']
const neverWritten = ['style', 'srcdoc', 'formaction', 'action', 'ping', 'is', 'autofocus', 'contenteditable', 'background', 'xml:base', 'manifest', 'slot', 'shadowrootmode']
const ownLinks = new Set(['canonical', 'stylesheet', 'icon', 'alternate', 'amphtml', 'preload'])

/** What is active about an element, apart from what our own pages bring with them. */
export function activeInElement(element: FoundElement): string[] {
  const { name, attributes } = element
  const shown = `<${name}>`
  const of = (found: readonly string[]) => found.map((what) => `${shown} ${what}`)
  return [
    ...(foreign.has(name) ? [`${shown} element`] : []),
    ...of(Object.keys(attributes).filter((key) => /^on/i.test(key)).map((key) => `event handler ${key}`)),
    ...of(neverWritten.filter((key) => key in attributes).map((key) => `attribute ${key}`)),
    ...of(addressed.flatMap((key) => activeAddress(attributes[key] ?? '') ?? [])),
    ...of((attributes['srcset'] ?? '').split(',').flatMap((part) => activeAddress(part) ?? [])),
    ...of(checks[name]?.(element) ?? []),
  ]
}

const checks: Readonly<Record<string, (element: FoundElement) => string[]>> = {
  script: ({ attributes, text }) => {
    if (isStructuredData(attributes, text)) return addressesInJson(JSON.parse(text))
    return isOfAmp(attributes, text) ? [] : [`element: ${text || attributes['src']}`]
  },
  style: ({ text }) => activeInCss(text),
  meta: ({ attributes: { 'http-equiv': pragma = 'content-security-policy', content = '' } }) => {
    if (pragma.toLowerCase() === 'content-security-policy') return []
    return content.startsWith('0; url=https://harbourpost.example/') && pragma === 'refresh' ? [] : [`pragma ${pragma}: ${content}`]
  },
  link: ({ attributes: { rel = '', href = '' } }) => {
    if (!ownLinks.has(rel)) return [`rel ${rel}`]
    return ['stylesheet', 'icon', 'preload'].includes(rel) && /^[a-z]+:/i.test(href) ? [`fetches ${href}`] : []
  },
  input: ({ attributes: { type, disabled } }) => (type === 'checkbox' && disabled !== undefined ? [] : [`element of type ${type}`]),
}

function isStructuredData(attributes: FoundElement['attributes'], text: string): boolean {
  if (Object.keys(attributes).join() !== 'type' || attributes['type'] !== 'application/ld+json') return false
  try {
    return typeof JSON.parse(text) === 'object'
  } catch {
    return false
  }
}

function isOfAmp(attributes: FoundElement['attributes'], text: string): boolean {
  const names = Object.keys(attributes).filter((name) => !['async', 'custom-element'].includes(name))
  return text === '' && names.join() === 'src' && /^https:\/\/cdn\.ampproject\.org\/v0(?:\/amp-[a-z]+-\d\.\d)?\.js$/.test(attributes['src'] ?? '')
}
