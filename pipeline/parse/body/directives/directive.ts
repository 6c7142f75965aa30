import type { Nodes, PhrasingContent, RootContent } from 'mdast'
import type { Flow } from '../../../ast/nodes.ts'
import type { Position } from '../../../ast/small-types.ts'
import type { Place } from '../../../contract/diagnostic.ts'
import type { BodyState } from '../body-state.ts'

/** A directive as written, its attributes checked by name. Blank attributes count as not written. */
export interface Directive {
  name: string
  attributes: ReadonlyMap<string, string>
  /** The inline content of its square brackets. */
  label: readonly PhrasingContent[]
  /** What lies inside of a container, the label apart. */
  children: readonly RootContent[]
  id?: string
  place: Place
  position?: Position
  /** The node itself, for what needs its source. */
  node: Nodes
  /** Where an attribute stands, or the directive where it does not. */
  placeOf: (attribute: string) => Place
}

/** One kind of directive: how it is written, and how it becomes blocks of ours. */
export interface DirectiveKind {
  form: 'leaf' | 'container'
  /** What it is, for the reference. */
  description: string
  /** Markdown’s own spelling, where it has one. */
  plain?: string
  /** Each by its name, with what it is. */
  attributes: Readonly<Record<string, string>>
  required: readonly string[]
  label: 'none' | 'optional' | 'required'
  /** How it is written, for hints and the reference. */
  example: string
  read: (directive: Directive, state: BodyState) => Flow<'parsed'>[]
}

/** The fields that every block made of a directive has. */
export function ownFields({ id, position }: Directive): { id?: string; position?: Position } {
  return { ...(id === undefined ? {} : { id }), ...(position ? { position } : {}) }
}

/** The named attributes that were written, as fields of a node. */
export function given<K extends string>({ attributes }: Directive, ...names: K[]): { [P in K]?: string } {
  const fields: { [P in K]?: string } = {}
  for (const name of names) {
    const value = attributes.get(name)
    if (value !== undefined) fields[name] = value
  }
  return fields
}
