import type { Element, Nodes } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { elsewhere, home } from './press-example.ts'

/**
 * What some HTML means, in one line: its elements nested, its text with white space as a reader sees it, where its links lead and what stands
 * for its pictures. Left out is what our pages have beside: ids, classes, frames of tables, sizes of pictures. A picture alone in
 * its paragraph is a figure; the level of a heading is compared in the tree, because the outline of a page gives it another.
 */
export function skeletonOf(html: string): string {
  return draw(fromHtml(html, { fragment: true }), false).replace(/([^"\\]) {2,}/g, '$1 ').replace(/[ \n]*\uE000[ \n]*/g, '').replace(/^ | $/g, '')
}

/**
 * Words of some HTML, titles and alternative texts of pictures included, that are not in each of the others, or not in their order; the
 * first of each in a line. Only letters and digits count: between tags, `*` is Markdown to us, and text to the reference.
 */
export function lostWords(html: string, others: readonly string[]): string[] {
  const words = wordsOf(html)
  return others.flatMap((other, index) => {
    const text = wordsOf(other).join('')
    let end = 0
    const lost = words.find((word) => {
      const start = text.indexOf(word, end)
      end = start + word.length
      return start === -1
    })
    return lost === undefined ? [] : [`"${lost}" is lost in ${['html', 'amp', 'epub'][index]}`]
  })
}

function wordsOf(html: string): string[] {
  return readable(fromHtml(html, { fragment: true })).split(/[^\p{L}\p{N}\p{M}]+/u).filter((word) => word !== '')
}

/** Puts blocks apart: white space around it means nothing. */
const edge = '\uE000'
const blocks = new Set(['p', 'h', 'blockquote', 'ul', 'ol', 'li', 'pre', 'hr', 'figure', 'table', 'thead', 'tbody', 'tr', 'td', 'th', 'div'])
const transparent = new Set(['picture', 'div'])
const unread = new Set(['source', 'figcaption', 'small'])

function draw(node: Nodes, isCode: boolean): string {
  if (node.type === 'text') return isCode ? JSON.stringify(node.value) : node.value.replace(/[ \t\n\r]+/g, ' ')
  if (node.type === 'root') return node.children.map((child) => draw(child, false)).join('')
  if (node.type !== 'element' || unread.has(node.tagName)) return ''
  const name = nameOf(node)
  const inside = node.children.map((child) => draw(child, isCode || name === 'pre')).join('')
  if (transparent.has(name)) return inside
  const written = `${name}${factsOf(node)}(${blocks.has(name) ? edge : ''}${inside}${blocks.has(name) ? edge : ''})`
  return blocks.has(name) ? `${edge}${written}${edge}` : written
}

function nameOf(node: Element): string {
  const { tagName } = node
  if (/^h[1-6]$/.test(tagName)) return 'h'
  if (tagName === 'amp-img') return 'img'
  // A heading cell without words is none.
  if (tagName === 'th') return 'td'
  const inside = node.children.filter((child) => child.type !== 'text' || child.value.trim() !== '')
  return tagName === 'p' && inside.length === 1 && inside[0]?.type === 'element' && inside[0].tagName === 'img' ? 'figure' : tagName
}

function factsOf({ tagName, properties }: Element): string {
  const { href, alt, title, start, className, align, checked } = properties
  const facts: unknown[] = []
  if (tagName === 'a') facts.push(addressOf(String(href ?? '')), ...(title === undefined || title === '' ? [] : [title]))
  if (tagName === 'img' || tagName === 'amp-img') facts.push(alt ?? '')
  if (tagName === 'ol' && start !== undefined) facts.push(start)
  if (tagName === 'input') facts.push(checked === true)
  if (tagName === 'td' || tagName === 'th') facts.push(...(typeof align === 'string' ? [align] : classesOf(className, /^align-(.*)$/)))
  if (tagName === 'code') facts.push(...classesOf(className, /^language-(.*)$/))
  return facts.length > 0 ? JSON.stringify(facts) : ''
}

function classesOf(className: unknown, kind: RegExp): string[] {
  return Array.isArray(className) ? className.flatMap((name) => kind.exec(String(name))?.[1] ?? []) : []
}

/** Where an address leads, however it is spelt. */
function addressOf(href: string): string {
  const whole = href.startsWith(elsewhere) ? decodeURIComponent(href.slice(elsewhere.length)) : href
  try {
    return decodeURI(/^\/(?!\/)/.test(whole) ? new URL(home + whole).href : URL.canParse(whole) && /^https?:/i.test(whole) ? new URL(whole).href : whole)
  } catch {
    return whole
  }
}

function readable(node: Nodes): string {
  if (node.type === 'text') return node.value
  if (node.type === 'root') return node.children.map(readable).join('')
  if (node.type !== 'element') return ''
  if (node.tagName === 'img' || node.tagName === 'amp-img') return ` ${String(node.properties['alt'] ?? '')} ${String(node.properties['title'] ?? '')} `
  const inside = node.children.map(readable).join('')
  return blocks.has(nameOf(node)) || node.tagName === 'br' ? `\n${inside}\n` : inside
}
