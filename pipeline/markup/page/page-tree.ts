import type { Root } from 'hast'
import { fromParse5 } from 'hast-util-from-parse5'
import { parse } from 'parse5'

const trees = new WeakMap<Uint8Array, Root>()

/**
 * A finished page as a browser without scripts reads it (HTML Standard, 13.2). Nodes have no places: noting them takes as long again.
 * Everyone who asks about the same array gets the same tree, which nobody may change.
 */
export function pageTree(bytes: Uint8Array): Root {
  const tree = trees.get(bytes) ?? (fromParse5(parse(new TextDecoder().decode(bytes), { scriptingEnabled: false })) as Root)
  trees.set(bytes, tree)
  return tree
}
