import type { LeafDirective, ContainerDirective } from 'mdast-util-directive'
import { directiveFromMarkdown } from 'mdast-util-directive'
import type { CompileContext, Extension, Handle, Token } from 'mdast-util-from-markdown'
import type { Point } from 'unist'

/** One attribute as written; the library keeps only the last of two with one name, and none called `__proto__`. */
export interface WrittenAttribute {
  name: string
  value: string
  at: Point
}

declare module 'mdast-util-from-markdown' {
  interface CompileData {
    attributePlaces?: Point[] | undefined
  }
}

declare module 'mdast-util-directive' {
  interface LeafDirectiveData {
    written?: WrittenAttribute[]
    titleSource?: never
  }
  interface ContainerDirectiveData {
    written?: WrittenAttribute[]
  }
}

declare module 'mdast' {
  interface ImageData {
    titleSource?: TitleSource
  }
  interface DefinitionData {
    titleSource?: TitleSource
  }
}

/** A title between its quotes, as typed. */
export interface TitleSource {
  text: string
  at: Point
}

/** mdast-util-directive, and beside it what it drops: every attribute with its place, and the titles of pictures as typed. */
export function directiveSource(): Extension {
  const library = directiveFromMarkdown({ verbose: true })
  const exit: Record<string, Handle> = { ...(library.exit as Record<string, Handle>) }
  for (const form of ['Leaf', 'Container']) {
    for (const part of ['AttributeName', 'AttributeIdValue', 'AttributeClassValue']) {
      exit[`directive${form}${part}`] = before(exit[`directive${form}${part}`], notePlace)
    }
    exit[`directive${form}Attributes`] = before(exit[`directive${form}Attributes`], keepAttributes)
  }
  return { ...library, exit: { ...exit, resourceTitle: keepTitle, definitionTitle: keepTitle } as NonNullable<Extension['exit']> }
}

function before(handle: Handle | undefined, first: Handle): Handle {
  return function (token) {
    first.call(this, token)
    handle?.call(this, token)
  }
}

function notePlace(this: CompileContext, token: Token): void {
  const { line, column, offset } = token.start
  this.data.attributePlaces = [...(this.data.attributePlaces ?? []), { line, column, offset }]
}

function keepAttributes(this: CompileContext): void {
  const places = this.data.attributePlaces ?? []
  const node = this.stack.at(-2) as LeafDirective | ContainerDirective | undefined
  const written = (this.data.directiveAttributes ?? []).flatMap(([name, value], index) => {
    const at = places[index]
    return at ? [{ name, value, at }] : []
  })
  if (node) node.data = { ...node.data, written } as never
  this.data.attributePlaces = undefined
}

function keepTitle(this: CompileContext, token: Token): void {
  const node = this.stack.at(-1)
  if (node?.type !== 'image' && node?.type !== 'link' && node?.type !== 'definition') return
  const { line, column, offset } = token.start
  const titleSource: TitleSource = { text: this.sliceSerialize(token).slice(1, -1), at: { line, column: column + 1, offset: offset + 1 } }
  node.data = { ...node.data, titleSource } as never
}
