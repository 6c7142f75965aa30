import type { Image, Link, PhrasingContent, Text } from 'mdast'
import type { Phrasing } from '../../ast/nodes.ts'
import { noteComment } from './allowances.ts'
import { type BodyState, placeOfNode, positioned, sourceOf } from './body-state.ts'
import { inspectText } from './inspect-text.ts'
import { showsWords } from './shows-words.ts'

/** The kinds of inline nodes of mdast; inline directives are off. */
export type InlineType = Exclude<PhrasingContent['type'], 'textDirective'>
type Handler<K extends InlineType> = (node: Extract<PhrasingContent, { type: K }>, state: BodyState) => Phrasing<'parsed'>[]

/** One row for each kind of inline node of mdast. */
export const inlineHandlers: { [K in InlineType]: Handler<K> } = {
  text: readText,
  emphasis: (node, state) => [{ type: 'emphasis', children: state.phrasing(node.children), ...positioned(node, state) }],
  strong: (node, state) => [{ type: 'strong', children: state.phrasing(node.children), ...positioned(node, state) }],
  delete: (node, state) => [{ type: 'delete', children: state.phrasing(node.children), ...positioned(node, state) }],
  inlineCode: (node, state) => [{ type: 'inlineCode', value: node.value, ...positioned(node, state) }],
  break: (node, state) => [{ type: 'break', ...positioned(node, state) }],
  link: readLink,
  image: (node, state) => [readImage(node, state)],
  linkReference: (node, state) => {
    const definition = state.references.definitions.get(node.identifier)
    return definition ? readLink({ ...node, ...addressOf(definition), type: 'link' }, state) : [asTyped(node, state)]
  },
  imageReference: (node, state) => {
    const definition = state.references.definitions.get(node.identifier)
    return definition ? [readImage({ ...node, ...addressOf(definition), type: 'image' }, state)] : [asTyped(node, state)]
  },
  footnoteReference: (node, state) => {
    const label = node.label ?? node.identifier
    if (state.isInLink) state.report('footnote-in-link', placeOfNode(node, state), { label })
    return [{ type: 'footnoteReference', identifier: node.identifier, label, ...positioned(node, state) }]
  },
  html: (node, state) => {
    if (node.value.startsWith('<!--')) {
      noteComment(node, state.block, state)
      return []
    }
    state.report('raw-html', placeOfNode(node, state), { tag: node.value })
    return [{ type: 'text', value: node.value, ...positioned(node, state) }]
  },
}

function readText(node: Text, state: BodyState): Phrasing<'parsed'>[] {
  inspectText(node, state)
  return [{ type: 'text', value: node.value, ...positioned(node, state) }]
}

/** An address between angle brackets is a link in the words of another, too: CommonMark forbids that (6.3) and lets it pass. */
function readLink(node: Link, state: BodyState): Phrasing<'parsed'>[] {
  const { url, title } = node
  if (state.isInLink) {
    state.report('link-in-link', placeOfNode(node, state), { url })
    return wordsOfLink(node, state)
  }
  const children = insideLink(state, () => wordsOfLink(node, state))
  return [{ type: 'link', url, ...(title ? { title } : {}), children, ...positioned(node, state) }]
}

/** Read words that will be those of a link, which can hold no other. */
export function insideLink<Words>(state: BodyState, read: () => Words): Words {
  state.isInLink = true
  const words = read()
  state.isInLink = false
  return words
}

/** A link that shows nothing could be neither seen nor followed. */
function wordsOfLink(node: Link, state: BodyState): Phrasing<'parsed'>[] {
  const words = state.phrasing(node.children)
  if (node.url === '' || showsWords(words)) return words
  state.report('link-without-words', placeOfNode(node, state), { url: node.url })
  return [{ type: 'text', value: node.url, ...positioned(node, state) }]
}

function readImage(node: Image, state: BodyState): Extract<Phrasing<'parsed'>, { type: 'image' }> {
  return { type: 'image', ...pictureOf(node), ...(node.title ? { title: node.title } : {}), ...positioned(node, state) }
}

/** A picture's file and alternative text; a comment in the text is left out like any other. */
export function pictureOf(node: Pick<Image, 'url' | 'alt'>): { url: string; alt: string } {
  return { url: decoded(node.url), alt: (node.alt ?? '').replace(/<!--[\s\S]*?-->/g, '').trim() }
}

/** In Markdown an address with a space is written with %20; the file has the space. */
function decoded(address: string): string {
  try {
    return decodeURIComponent(address)
  } catch {
    return address
  }
}

/** Where a definition leads; its place stays that of the reference. */
export function addressOf({ url, title, data }: { url: string; title?: string | null | undefined; data?: Image['data'] }): Pick<Image, 'url' | 'title' | 'data'> {
  return { url, title: title ?? null, ...(data ? { data } : {}) }
}

function asTyped(node: PhrasingContent, state: BodyState): Phrasing<'parsed'> {
  return { type: 'text', value: sourceOf(node, state), ...positioned(node, state) }
}
