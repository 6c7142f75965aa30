import type { AnyNode, Body, NodeOf } from '../ast/nodes.ts'
import { descendants } from '../ast/descendants.ts'

/** One footnote, with every place in the text that points to it. */
export interface Footnote {
  /** Counts from 1, in the order of first reference. */
  number: number
  id: string
  definition: NodeOf<'footnoteDefinition'>
  references: readonly NodeOf<'footnoteReference'>[]
}

/** The footnotes of one story. */
export interface Footnotes {
  /** In the order of their numbers. What nothing refers to comes last: its words are not lost. */
  all: readonly Footnote[]
  /** Nothing, where a reference has no footnote. */
  get(identifier: string): Footnote | undefined
}

/** Id of one of the places that point to a footnote; `position` counts from 0. */
export function referenceId(footnote: Footnote, position: number): string {
  return position === 0 ? `${footnote.id}-ref` : `${footnote.id}-ref-${position + 1}`
}

/** Number the footnotes of a story. A footnote’s own references are counted after those of the text. */
export function collectFootnotes(body: Body, freshId: (base: string) => string): Footnotes {
  const definitions = new Map<string, NodeOf<'footnoteDefinition'>>()
  for (const node of descendants(body)) {
    if (node.type === 'footnoteDefinition' && !definitions.has(node.identifier)) definitions.set(node.identifier, node)
  }
  const references = new Map<string, NodeOf<'footnoteReference'>[]>()
  const read = (nodes: Iterable<AnyNode>) => {
    for (const node of nodes) {
      if (node.type === 'footnoteReference') references.set(node.identifier, [...(references.get(node.identifier) ?? []), node])
    }
  }
  read(outsideFootnotes(body))
  for (const identifier of references.keys()) read(descendants(definitions.get(identifier) ?? { type: 'root', children: [] }))
  const cited = [...references.keys()].filter((identifier) => definitions.has(identifier))
  const all = [...new Set([...cited, ...definitions.keys()])].flatMap((identifier, index): Footnote[] => {
    const definition = definitions.get(identifier)
    const number = index + 1
    return definition ? [{ number, id: freshId(`footnote-${number}`), definition, references: references.get(identifier) ?? [] }] : []
  })
  const byIdentifier = new Map(all.map((footnote) => [footnote.definition.identifier, footnote]))
  return { all, get: (identifier) => byIdentifier.get(identifier) }
}

function* outsideFootnotes(parent: Body | AnyNode): Generator<AnyNode> {
  if (!('children' in parent)) return
  for (const child of parent.children as readonly AnyNode[]) {
    if (child.type === 'footnoteDefinition') continue
    yield child
    yield* outsideFootnotes(child)
  }
}
