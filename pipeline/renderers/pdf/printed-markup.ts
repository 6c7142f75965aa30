import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { StoryView } from '../../ast/story-view.ts'

/** Body and lead as paper shows them: what only works on a screen goes, or gives way to a drawing. */
export function withPrintedMarkup(view: StoryView): StoryView {
  const [lead] = view.lead ? printed(view.lead) : []
  return { ...view, ...(lead ? { lead } : {}), body: view.body.flatMap(printed) }
}

function printed(node: ElementContent): ElementContent[] {
  if (node.type !== 'element') return [node]
  // A PDF would offer a form control for ticking.
  if (node.tagName === 'input') return [drawnBox(node)]
  // Paper has no way back.
  if (hasClass(node, 'footnote-back')) return []
  if (hasClass(node, 'credit')) return [{ ...node, children: node.children.flatMap(withOwnDirections) }]
  const drawn = { ...node, properties: withoutBookRoles(node.properties), children: node.children.flatMap(printed) }
  return [hasClass(node, 'pullquote') ? withSpeakerForAll(drawn) : drawn]
}

/** Chromium leaves the roles of books (DPUB-ARIA) out of the tags, and with them lists and links that have one. */
function withoutBookRoles({ role, ...properties }: Element['properties']): Element['properties'] {
  return typeof role === 'string' && !role.startsWith('doc-') ? { role, ...properties } : properties
}

function drawnBox({ properties: { checked, ariaLabel } }: Element): Element {
  return h('span', { className: ['task', checked ? 'task-done' : ''].filter(Boolean), role: 'img', ariaLabel })
}

/** What is hidden from speech is no part of a PDF's tags at all: of a quote that the text repeats, the words may be that, its speaker not. */
function withSpeakerForAll(quote: Element): Element {
  const { ariaHidden, ...properties } = quote.properties
  const hidden = (child: ElementContent) => (child.type === 'element' && child.tagName === 'blockquote' ? { ...child, properties: { ...child.properties, ariaHidden } } : child)
  return { ...quote, properties, children: quote.children.map(hidden) }
}

/** Credit and copyright, each in its own direction: a foreign name would otherwise change places with its year. */
function withOwnDirections(node: ElementContent): ElementContent[] {
  if (node.type !== 'text') return [node]
  return node.value.split(' · ').flatMap((part, index): ElementContent[] => [...(index ? [{ type: 'text' as const, value: ' · ' }] : []), h('bdi', part)])
}

function hasClass({ properties: { className } }: Element, name: string): boolean {
  return Array.isArray(className) && className.includes(name)
}
