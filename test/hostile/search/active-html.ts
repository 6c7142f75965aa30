import { parse, parseFragment, type DefaultTreeAdapterMap } from 'parse5'
import { activeInElement } from './active-element.ts'

type Node = DefaultTreeAdapterMap['node']

/** What is active in a page, as a browser reads it with scripts and without: the two differ in what is in `noscript`. */
export function activeInHtml(html: string): string[] {
  return (/<noscript/i.test(html) ? [true, false] : [true]).flatMap((scriptingEnabled) => activeBelow(parse(html, { scriptingEnabled })))
}

/** The same of a piece of a page, as a feed has it. */
export function activeInFragment(html: string): string[] {
  return activeBelow(parseFragment(html))
}

function activeBelow(node: Node): string[] {
  const own = 'tagName' in node ? activeInElement({ name: node.tagName.toLowerCase(), attributes: attributesOf(node), text: textOf(node) }) : []
  const template = 'content' in node ? activeBelow(node.content) : []
  return [...own, ...template, ...('childNodes' in node ? node.childNodes.flatMap(activeBelow) : [])]
}

function attributesOf({ attrs }: DefaultTreeAdapterMap['element']): Record<string, string> {
  return Object.fromEntries(attrs.map(({ prefix, name, value }) => [prefix ? `${prefix}:${name}` : name, value]))
}

function textOf(node: Node): string {
  if ('value' in node) return node.value
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : ''
}
