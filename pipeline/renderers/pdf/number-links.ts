import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import { toString } from 'hast-util-to-string'
import type { StoryView } from '../../ast/story-view.ts'
import type { LinkNote } from '../../../templates/pdf/link-notes.tsx'

/** A story whose links carry the numbers of their notes. */
export interface NumberedStory {
  view: StoryView
  notes: readonly LinkNote[]
}

/**
 * Give every link in the prose a number in brackets, and list their addresses. Equal addresses share a number; a link
 * whose words are its address needs none.
 */
export function numberLinks(view: StoryView): NumberedStory {
  const numbers = new Map<string, number>()
  const number = (nodes: readonly ElementContent[]) => nodes.flatMap((node) => numbered(node, numbers))
  const standfirst = number(view.standfirst)
  const [lead] = view.lead ? number([view.lead]) : []
  const body = number(view.body)
  const contributors = number(view.contributors)
  const corrections = view.corrections.map((correction) => ({ ...correction, text: number(correction.text) }))
  return {
    view: { ...view, standfirst, ...(lead ? { lead } : {}), body, contributors, corrections },
    notes: [...numbers].map(([url, count]) => ({ number: count, url })),
  }
}

function numbered(node: ElementContent, numbers: Map<string, number>): ElementContent[] {
  if (node.type !== 'element') return [node]
  const children = node.children.flatMap((child) => numbered(child, numbers))
  const drawn: Element = { ...node, children }
  const url = addressToPrint(node)
  if (url === undefined) return [drawn]
  const count = numbers.get(url) ?? numbers.size + 1
  numbers.set(url, count)
  return [drawn, h('sup', h('span', { className: ['link-number'] }, `[${count}]`))]
}

/** The address of a link that leads off the page, unless its words already say it. */
function addressToPrint(node: Element): string | undefined {
  const { href } = node.properties
  if (node.tagName !== 'a' || typeof href !== 'string' || !/^https?:/i.test(href)) return undefined
  return bare(toString(node)) === bare(href) ? undefined : href
}

function bare(address: string): string {
  return address.trim().replace(/^https?:\/\//i, '').replace(/\/$/, '')
}
