import type { Article } from '../ast/article.ts'
import { freePart } from '../ast/free-part.ts'
import type { NodeType } from '../ast/node-kinds.ts'
import type { AnyNode, Phrasing } from '../ast/nodes.ts'
import { safeAddress } from '../ast/safe-address.ts'
import { shownBlocks } from '../ast/shown-blocks.ts'
import type { Position } from '../ast/small-types.ts'
import type { PlannedFile, Renderer } from '../contract/renderer.ts'

/** Words of a story that must stand together in a file that holds it. */
export interface Passage {
  words: string
  /** What it is, for people: `headline`, `caption`, `paragraph`. */
  kind: string
  /** Where it stands in the story's file. */
  position?: Position | undefined
}

/** An address that a reader of the file must be able to follow. */
export interface WrittenAddress {
  url: string
  kind: string
  position?: Position | undefined
}

/** All that a file is to hold of a story, or of several. */
export interface Manuscript<P extends Passage = Passage, A extends WrittenAddress = WrittenAddress> {
  /** The body: one list for each of its blocks, in the order in which readers meet them; the passages of a block in theirs. */
  blocks: readonly (readonly P[])[]
  /** What may stand anywhere: the head and the foot of the story, credits, alternative texts, footnotes. */
  anywhere: readonly P[]
  addresses: readonly A[]
}

/** What a file that holds this much of a story must have, made by a renderer that answers like this for the kinds of nodes. */
export function readManuscript(article: Article, holds: PlannedFile['holds'], nodes: Renderer['nodes']): Manuscript {
  if (holds === 'headline') return { blocks: [], anywhere: passage(article.headlines.social, 'headline', article.places['headline']), addresses: [] }
  const story = holds === 'free' ? freePart(article) : article
  const writer = new Writer(nodes)
  const blocks = shownBlocks(story.body.children).map((block) => writer.block(block))
  return {
    blocks: blocks.filter((block) => block.length > 0),
    anywhere: [...aroundBody(story, writer), ...writer.anywhere],
    addresses: [...writer.addresses, ...addressesAround(story)],
  }
}

/** Headline to rights: what stands above and below the body. */
function aroundBody(article: Article, writer: Writer): Passage[] {
  const { headline, kicker, standfirst = [], byline, dateline, lead, contributors = [], related, follow, rights, corrections, places } = article
  return [
    ...passage(headline, 'headline', places['headline']),
    ...passage(kicker, 'kicker', places['kicker']),
    ...writer.prose(standfirst, 'standfirst', places['standfirst']),
    ...byline.flatMap(({ name, role, location }, index) => [name, role, location].flatMap((words) => passage(words, 'byline', places[`byline.${index}`] ?? places['byline']))),
    ...passage(dateline, 'dateline', places['dateline']),
    ...(lead ? writer.block({ ...lead, position: lead.position ?? places['lead'] }) : []),
    ...corrections.flatMap(({ text }, index) => writer.prose(text, 'correction', places[`corrections.${index}`] ?? places['corrections'])),
    ...writer.prose(contributors, 'contributors', places['contributors']),
    ...related.flatMap(({ title }, index) => passage(title, 'related story', places[`related.${index}`] ?? places['related'])),
    ...passage(follow?.text, 'follow link', places['follow']),
    ...passage(rights?.holder, 'rights', places['rights']),
    ...passage(rights?.notice, 'rights', places['rights']),
  ]
}

function addressesAround({ related, follow, places }: Article): WrittenAddress[] {
  return [
    ...related.flatMap(({ url }, index) => address(url, 'related story', places[`related.${index}`] ?? places['related'])),
    ...address(follow?.href, 'follow link', places['follow']),
  ]
}

/** Takes down what the nodes of a story say. Kinds that a renderer omits are not taken down: they are told of as losses. */
class Writer {
  readonly anywhere: Passage[] = []
  readonly addresses: WrittenAddress[] = []
  readonly #nodes: Renderer['nodes']

  constructor(nodes: Renderer['nodes']) {
    this.#nodes = nodes
  }

  /** The passages of one block; a footnote's stand elsewhere in every format, so it has none of its own. */
  block(node: AnyNode): Passage[] {
    if (this.#nodes[node.type] === 'omit') return []
    const at = node.position
    if (node.type === 'footnoteDefinition') {
      this.anywhere.push(...node.children.flatMap((child) => this.block(child)))
      return []
    }
    this.#aside(node)
    if (node.type === 'code') return passage(node.value, 'code', at)
    if (!('children' in node)) return []
    if (isProse(node)) return this.prose(node.children as Phrasing[], captioned.has(node.type) ? 'caption' : node.type, at)
    return (node.children as readonly AnyNode[]).flatMap((child) => this.block(child.position ? child : { ...child, position: at }))
  }

  /** Running text; what a picture or a link in it says goes with the rest. */
  prose(nodes: readonly Phrasing[], kind: string, position: Position | undefined): Passage[] {
    const pieces: string[] = ['']
    for (const node of nodes) this.#inline(node, pieces, position)
    return pieces.flatMap((words) => passage(words, kind, position))
  }

  /** Text joins the passage; a note's number, a line's end or a picture ends it, because formats put things of their own there. */
  #inline(node: Phrasing, pieces: string[], position: Position | undefined): void {
    const at = node.position ?? position
    if (this.#nodes[node.type] === 'omit') return
    if (node.type === 'text' || node.type === 'inlineCode') pieces.push((pieces.pop() ?? '') + node.value)
    else if (node.type === 'break' || node.type === 'footnoteReference') pieces.push('')
    else if (node.type === 'image') {
      this.anywhere.push(...passage(node.alt, 'alternative text', at), ...passage(node.title, 'caption', at))
      pieces.push('')
    } else {
      if (node.type === 'link') this.addresses.push(...address(node.url, 'link', at))
      for (const child of node.children) this.#inline(child, pieces, at)
    }
  }

  /** What a node says outside of its running text, and where it leads. */
  #aside(node: AnyNode): void {
    const at = node.position
    const say = (kind: string, ...words: (string | undefined)[]): void => void this.anywhere.push(...notRepeated(words).flatMap((piece) => passage(piece, kind, at)))
    if (node.type === 'figure') {
      say('alternative text', node.alt)
      say('credit', node.credit, node.copyright)
    } else if (node.type === 'video' || node.type === 'audio') {
      say(`${node.type} title`, node.title)
      say('credit', node.credit)
      if (this.#nodes[node.type] === 'fallback' && !node.media) this.addresses.push(...address(node.src, node.type, at))
    } else if (node.type === 'pullQuote') say('pull quote', ...node.text.split(/\n\s*\n/), node.by)
    else if (node.type === 'embed' && this.#nodes.embed === 'fallback') this.addresses.push(...address(node.url, 'embed', at))
    else if (node.type === 'relatedLink') this.addresses.push(...address(node.url, 'related link', at))
  }
}

const captioned = new Set<NodeType>(['figure', 'video', 'audio'])

function isProse(node: AnyNode & { children: readonly unknown[] }): boolean {
  return (node.children as readonly AnyNode[]).every(({ type }) => phrasing.has(type))
}

const phrasing = new Set<NodeType>(['text', 'emphasis', 'strong', 'delete', 'inlineCode', 'break', 'link', 'image', 'footnoteReference'])

/** A credit often repeats the copyright, and is then said once. */
function notRepeated(pieces: readonly (string | undefined)[]): string[] {
  const said = pieces.filter((piece) => piece !== undefined).filter((piece) => piece.trim() !== '')
  return said.filter((piece, index) => !said.some((other, place) => place !== index && other.includes(piece) && (other !== piece || place < index)))
}

function passage(words: string | undefined, kind: string, position: Position | undefined): Passage[] {
  return words === undefined || words.trim() === '' ? [] : [{ words, kind, position }]
}

/** Addresses that are not safe to follow are words only, and those on the page itself are the format's own matter. */
function address(url: string | undefined, kind: string, position: Position | undefined): WrittenAddress[] {
  const safe = url === undefined ? undefined : safeAddress(url)
  return safe === undefined || safe.startsWith('#') ? [] : [{ url: safe, kind, position }]
}
