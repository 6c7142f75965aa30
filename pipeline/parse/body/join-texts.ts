import type { Phrasing } from '../../ast/nodes.ts'

/** Put inline nodes in a row: texts that meet become one, and where a comment stood (an empty entry) one space is enough. */
export function joinTexts(groups: readonly (readonly Phrasing<'parsed'>[])[]): Phrasing<'parsed'>[] {
  const joined: Phrasing<'parsed'>[] = []
  let comment = false
  for (const group of groups) {
    if (group.length === 0) comment = true
    for (const node of group) {
      addNode(node, joined, comment)
      comment = false
    }
  }
  if (comment) trimEnd(joined)
  return joined
}

function addNode(node: Phrasing<'parsed'>, joined: Phrasing<'parsed'>[], comment: boolean): void {
  const last = joined.at(-1)
  if (node.type !== 'text') return void joined.push(node)
  const endsInSpace = last === undefined || (last.type === 'text' && /\s$/.test(last.value))
  const value = comment && endsInSpace ? node.value.trimStart() : node.value
  if (last?.type !== 'text') return void (value !== '' && joined.push({ ...node, value }))
  const position = last.position && node.position && { start: last.position.start, end: node.position.end }
  joined[joined.length - 1] = { ...last, value: last.value + value, ...(position ? { position } : {}) }
}

function trimEnd(joined: Phrasing<'parsed'>[]): void {
  const last = joined.at(-1)
  if (last?.type !== 'text') return
  const value = last.value.trimEnd()
  if (value === '') joined.pop()
  else joined[joined.length - 1] = { ...last, value }
}
