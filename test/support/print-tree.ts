interface TreeNode {
  type: string
  children?: readonly TreeNode[]
  position?: { start: { line: number; column: number }; end: { line: number; column: number } } | undefined
}

/** A tree as a person reads it: one node a line, indented, with its fields, then where it stands. */
export function printTree(node: TreeNode, depth = 0): string {
  const { type, children = [], position, ...fields } = node
  const facts = Object.entries(fields).map(([key, value]) => ` ${key}=${JSON.stringify(value)}`)
  const place = position ? `  (${position.start.line}:${position.start.column}-${position.end.line}:${position.end.column})` : ''
  return [`${'  '.repeat(depth)}${type}${facts.join('')}${place}`, ...children.map((child) => printTree(child, depth + 1))].join('\n')
}

/** The same on one line and without places: `paragraph(text "a" emphasis(text "b"))`. */
export function sketchTree(nodes: readonly TreeNode[]): string {
  return nodes.map(sketch).join(' ')
}

function sketch({ type, children, position: _position, ...fields }: TreeNode): string {
  const facts = Object.entries(fields).map(([key, value]) => (key === 'value' ? JSON.stringify(value) : `${key}=${JSON.stringify(value)}`))
  return [type, ...facts].join(' ') + (children ? `(${sketchTree(children)})` : '')
}
