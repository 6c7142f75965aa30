import type { PhrasingContent, RootContent } from 'mdast'
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive'
import type { Flow } from '../../../ast/nodes.ts'
import { nearestName } from '../../../contract/nearest.ts'
import { type BodyState, placeOfNode, positionOf } from '../body-state.ts'
import type { Directive, DirectiveKind } from './directive.ts'
import { directiveKinds } from './directive-kinds.ts'
import { readAttributes } from './read-attributes.ts'
import { toText } from './to-text.ts'

type DirectiveNode = LeafDirective | ContainerDirective

/** Read a directive by its row in the table. What cannot be read keeps its words: they are read as the blocks that they are. */
export function readDirective(node: DirectiveNode, state: BodyState): Flow<'parsed'>[] {
  reportUnclosed(node, state)
  const kind = Object.hasOwn(directiveKinds, node.name) ? directiveKinds[node.name] : undefined
  if (!kind) {
    const known = Object.keys(directiveKinds)
    state.report('unknown-directive', placeOfNode(node, state), { directive: node.name, nearest: nearestName(node.name, known), known: known.join(', ') })
    return wordsOf(node, state)
  }
  if ((kind.form === 'leaf') !== (node.type === 'leafDirective')) {
    const form = kind.form === 'leaf' ? 'with two colons, on a line of its own' : 'with three colons, closed by a line :::'
    state.report('directive-form', placeOfNode(node, state), { directive: node.name, form, example: kind.example })
    return wordsOf(node, state)
  }
  const { label, children } = partsOf(node)
  const { attributes, id, placeOf } = readAttributes(node, kind, state)
  const position = positionOf(node, state)
  const directive: Directive = {
    name: node.name, attributes, label, children, node, placeOf, place: placeOfNode(node, state), ...(id === undefined ? {} : { id }), ...(position ? { position } : {}),
  }
  reportLabel(directive, kind, state)
  if (kind.required.some((name) => !attributes.has(name))) return wordsOf(node, state)
  state.parents.push(`"${node.name}"`)
  const blocks = kind.read(directive, state)
  state.parents.pop()
  return blocks
}

function partsOf(node: DirectiveNode): { label: readonly PhrasingContent[]; children: readonly RootContent[] } {
  if (node.type === 'leafDirective') return { label: node.children, children: [] }
  const [first, ...more] = node.children
  return first?.type === 'paragraph' && first.data?.directiveLabel ? { label: first.children, children: more } : { label: [], children: node.children }
}

function reportLabel({ name, label, place }: Directive, kind: DirectiveKind, state: BodyState): void {
  const words = toText(state.phrasing(label)).trim()
  if (kind.label === 'required' && words === '') state.report('missing-label', place, { directive: name, example: kind.example })
  if (kind.label === 'none' && label.length > 0) state.report('label-not-printed', place, { directive: name, words })
}

/** The label as a paragraph, then what lies inside. */
function wordsOf(node: DirectiveNode, state: BodyState): Flow<'parsed'>[] {
  const { label, children } = partsOf(node)
  const words = state.phrasing(label)
  state.parents.push(`"${node.name}"`)
  const blocks = state.flow(children)
  state.parents.pop()
  return [...(words.length > 0 ? [{ type: 'paragraph', children: words } as const] : []), ...blocks]
}

function reportUnclosed(node: DirectiveNode, state: BodyState): void {
  if (node.type !== 'containerDirective') return
  const places = (node.data as { position?: { closing?: unknown } } | undefined)?.position
  if (places?.closing) return
  const fence = /^:+/.exec(state.view.text.slice(node.position?.start.offset))?.[0] ?? ':::'
  state.report('unclosed-container', placeOfNode(node, state), { directive: node.name, fence })
}
