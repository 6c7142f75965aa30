import type { ContainerDirective, LeafDirective } from 'mdast-util-directive'
import type { Place } from '../../../contract/diagnostic.ts'
import { nearestName } from '../../../contract/nearest.ts'
import { forbiddenCharacter } from '../../../yaml/decode-text.ts'
import { type BodyState, placeOfNode, placeOfOffset, sourceOf } from '../body-state.ts'
import type { WrittenAttribute } from '../directive-source.ts'
import type { DirectiveKind } from './directive.ts'

/** A directive's attributes, checked by name. Reports what is unknown, given twice or missing, and ids that cannot be used. */
export function readAttributes(
  node: LeafDirective | ContainerDirective,
  kind: DirectiveKind,
  state: BodyState,
): { attributes: Map<string, string>; id?: string; placeOf: (name: string) => Place } {
  const written: readonly WrittenAttribute[] = node.data?.written ?? []
  const attributes = new Map<string, string>()
  const places = new Map<string, Place>()
  for (const attribute of written) {
    const place = placeOfOffset(attribute.at.offset ?? 0, state)
    if (!isSound(attribute, node.name, kind, places, place, state)) continue
    if (hasCurlyQuotes(attribute, state)) {
      const line = sourceOf(node, state).split('\n')[0] ?? ''
      state.report('broken-directive', place, { line: line.slice(0, 80), problem: 'It has curly quotation marks where " belongs.' })
    }
    places.set(attribute.name, place)
    if (attribute.value.trim() !== '') attributes.set(attribute.name, attribute.value)
  }
  for (const name of kind.required) {
    if (!attributes.has(name)) state.report('missing-attribute', placeOfNode(node, state), { directive: node.name, attribute: name, example: kind.example })
  }
  const id = readId(attributes.get('id'), places.get('id'), state)
  return { attributes, placeOf: (name) => places.get(name) ?? placeOfNode(node, state), ...(id === undefined ? {} : { id }) }
}

function isSound({ name, value }: WrittenAttribute, directive: string, kind: DirectiveKind, seen: ReadonlyMap<string, Place>, place: Place, state: BodyState): boolean {
  const known = [...Object.keys(kind.attributes), 'id']
  const code = forbiddenCharacter(value)
  if (code) state.report('control-character', place, { code })
  if (!known.includes(name)) {
    state.report('unknown-attribute', place, { directive, attribute: name, nearest: nearestName(name, known), known: known.join(', ') })
    return false
  }
  if (seen.has(name)) state.report('repeated-attribute', place, { directive, attribute: name })
  return !seen.has(name)
}

/** `alt=“Quay”`: one word between them can be read, quotation marks and all, which nobody means. */
function hasCurlyQuotes({ name, at: { offset = 0 } }: WrittenAttribute, { view }: BodyState): boolean {
  return /^\s*=\s*[“”„«»‘’‚]/.test(view.text.slice(offset + name.length, offset + name.length + 40))
}

/** An id becomes the end of an address and an XML ID in a book (NCName, letters and digits first). */
function readId(id: string | undefined, place: Place | undefined, state: BodyState): string | undefined {
  if (id === undefined || !place) return undefined
  if (/^[\p{L}_][\p{L}\p{M}\p{N}_.-]*$/u.test(id)) return id
  state.report('invalid-block-id', place, { found: id })
  return undefined
}
