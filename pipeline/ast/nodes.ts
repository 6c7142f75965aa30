import * as z from 'zod'
import { content, nodeKinds, type NodeType } from './node-kinds.ts'
import { Position } from './small-types.ts'

/** `parsed` is what the author wrote; `article` is complete: pictures measured, references looked up, every block named. */
export type State = 'parsed' | 'article'

type Kinds = typeof nodeKinds
type Content = typeof content
type FlowType = Content['flow'][number]
type Fields<Shape extends z.ZodRawShape> = keyof Shape extends never ? unknown : z.infer<z.ZodObject<Shape>>
type Resolved<K extends NodeType, S extends State> = S extends 'article' ? Fields<Kinds[K]['resolved']> : unknown
type Id<K extends NodeType, S extends State> = K extends FlowType ? (S extends 'article' ? { id: string } : { id?: string }) : unknown
type Children<K extends NodeType, S extends State> = Kinds[K]['children'] extends keyof Content
  ? { children: AnyNode<Content[Kinds[K]['children']][number], S>[] }
  : unknown
type Flat<T> = { [P in keyof T]: T[P] }

/** The node of one kind in one state. */
export type NodeOf<K extends NodeType, S extends State = 'article'> = Flat<
  { type: K; position?: Position | undefined } & Fields<Kinds[K]['written']> & Resolved<K, S> & Id<K, S> & Children<K, S>
>
/** The union of the nodes of several kinds. */
export type AnyNode<K extends NodeType = NodeType, S extends State = 'article'> = K extends NodeType ? NodeOf<K, S> : never

/** Inline content. */
export type Phrasing<S extends State = 'article'> = AnyNode<Content['phrasing'][number], S>
/** Block content. */
export type Flow<S extends State = 'article'> = AnyNode<FlowType, S>
/** A picture with its words. */
export type Figure = NodeOf<'figure'>
/** The body of a story. */
export interface Body<S extends State = 'article'> {
  type: 'root'
  children: Flow<S>[]
  position?: Position | undefined
}

/** The runtime check of one state of the tree. */
export interface TreeSchemas<S extends State> {
  phrasing: z.ZodType<Phrasing<S>>
  figure: z.ZodType<NodeOf<'figure', S>>
  body: z.ZodType<Body<S>>
}

/** Build the check of a state from the table of kinds; the same objects print the JSON Schema. */
export function treeSchemas<S extends State>(state: S): TreeSchemas<S> {
  const schemas = new Map<NodeType, z.ZodType>()
  const anyOf = (kinds: readonly NodeType[]) =>
    z.lazy(() => z.discriminatedUnion('type', kinds.map((kind) => schemas.get(kind)) as [z.ZodObject]))
  for (const kind of Object.keys(nodeKinds) as NodeType[]) schemas.set(kind, nodeSchema(kind, state, anyOf))
  return {
    phrasing: anyOf(content.phrasing) as unknown as z.ZodType<Phrasing<S>>,
    figure: schemas.get('figure') as z.ZodType<NodeOf<'figure', S>>,
    body: z.strictObject({
      type: z.literal('root'),
      children: z.array(anyOf(content.flow)),
      position: Position.optional(),
    }) as unknown as z.ZodType<Body<S>>,
  }
}

function nodeSchema(kind: NodeType, state: State, anyOf: (kinds: readonly NodeType[]) => z.ZodType): z.ZodType {
  const { written, resolved, children } = nodeKinds[kind]
  const isBlock = (content.flow as readonly NodeType[]).includes(kind)
  const id = z.string().min(1)
  return z
    .strictObject({
      type: z.literal(kind),
      ...written,
      ...(state === 'article' ? resolved : {}),
      ...(isBlock ? { id: state === 'article' ? id : id.optional() } : {}),
      ...(children ? { children: z.array(anyOf(content[children])) } : {}),
      position: Position.optional(),
    })
    .meta({ id: state === 'article' ? kind : `parsed-${kind}` })
}
