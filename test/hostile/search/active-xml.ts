import { SaxesParser } from 'saxes'
import { activeAddress } from './active-address.ts'
import { activeInElement } from './active-element.ts'
import { activeInFragment } from './active-html.ts'

const addresses = new Set(['link', 'url', 'loc', 'uri', 'image:loc', 'news:url', 'dc:source'])
const linksOfFeeds = new Set(['self', 'enclosure'])
const markup = new Set(['content:encoded', 'content', 'summary', 'description'])

/** What is active in an XML file: markup of a book and markup within a feed; a fault counts, since readers mend it each in their own way. */
export function activeInXml(xml: string): string[] {
  const found: string[] = []
  const texts: string[] = ['']
  const parser = new SaxesParser()
  parser.on('error', ({ message }) => found.push(`not well formed: ${message}`))
  parser.on('doctype', (doctype) => found.push(...(/^\s*html\s*$/.test(doctype) ? [] : [`document type ${doctype}`])))
  parser.on('processinginstruction', ({ target }) => found.push(`processing instruction ${target}`))
  parser.on('opentag', () => texts.push(''))
  parser.on('text', (text) => texts.push(texts.pop() + text))
  parser.on('cdata', (text) => texts.push(texts.pop() + text))
  parser.on('closetag', ({ name, attributes }) => {
    const text = texts.pop() ?? ''
    // The links of a feed have kinds of their own.
    const { rel = '', ...other } = attributes
    found.push(...activeInElement({ name: name.toLowerCase(), attributes: linksOfFeeds.has(rel) || text !== '' ? { ...other, rel: 'alternate' } : attributes, text }))
    if (addresses.has(name)) found.push(...[activeAddress(text) ?? []].flat().map((what) => `<${name}> ${what}`))
    if (markup.has(name)) found.push(...activeInFragment(text).map((what) => `<${name}> ${what}`))
  })
  parser.write(xml).close()
  return found
}
