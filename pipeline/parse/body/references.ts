import type { Definition, FootnoteDefinition, Nodes, Root } from 'mdast'
import { walk } from '../../ast/walk.ts'

/** Which definitions of a story are referred to. The first of several with one name counts, as in CommonMark. */
export interface References {
  definitions: ReadonlyMap<string, Definition>
  usedDefinitions: ReadonlySet<Definition>
  usedFootnotes: ReadonlySet<FootnoteDefinition>
}

/** Those of prose that has no definitions. */
export const noReferences: References = { definitions: new Map(), usedDefinitions: new Set(), usedFootnotes: new Set() }

/** Collect what refers to what. A footnote that only other unused footnotes refer to is unused. */
export function findReferences(root: Root): References {
  const definitions = new Map<string, Definition>()
  const footnotes = new Map<string, FootnoteDefinition>()
  walk<Nodes>(root, (node) => {
    if (node.type === 'definition' && !definitions.has(node.identifier)) definitions.set(node.identifier, node)
    if (node.type === 'footnoteDefinition' && !footnotes.has(node.identifier)) footnotes.set(node.identifier, node)
  })
  const usedDefinitions = new Set<Definition>()
  walk<Nodes>(root, (node) => {
    const definition = node.type === 'linkReference' || node.type === 'imageReference' ? definitions.get(node.identifier) : undefined
    if (definition) usedDefinitions.add(definition)
  })
  return { definitions, usedDefinitions, usedFootnotes: reachableFootnotes(root, footnotes) }
}

function reachableFootnotes(root: Root, footnotes: ReadonlyMap<string, FootnoteDefinition>): Set<FootnoteDefinition> {
  const reached = new Set<FootnoteDefinition>()
  const follow = (from: Nodes) =>
    walk(from, (node) => {
      if (node.type === 'footnoteDefinition' && node !== from) return 'skip'
      const target = node.type === 'footnoteReference' ? footnotes.get(node.identifier) : undefined
      if (target && !reached.has(target)) {
        reached.add(target)
        follow(target)
      }
      return undefined
    })
  follow(root)
  return reached
}
