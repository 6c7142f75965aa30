import type { Article, ParsedArticle } from '../ast/article.ts'
import { resolveNode } from './resolve-node.ts'
import type { ResolveState } from './resolve-state.ts'

/** Blocks that are free where a gated story says nothing of its paywall. */
const freeByDefault = 2

/** The body, complete, and how many of its blocks come before the paywall, links that were left out not counted. */
export async function resolveBody(state: ResolveState): Promise<Pick<Article, 'body' | 'access'>> {
  const { access, body } = state.parsed
  const children: Article['body']['children'] = []
  const free = access.freeBlocks ?? freeByDefault
  let freeBlocks = 0
  for (const [index, node] of body.children.entries()) {
    const block = await resolveNode(node, state)
    if (block === undefined) continue
    children.push(block as Article['body']['children'][number])
    if (index < free) freeBlocks += 1
  }
  return { body: { ...body, children }, access: isGated(access) ? { ...access, freeBlocks } : access }
}

function isGated({ level }: ParsedArticle['access']): boolean {
  return level !== 'free'
}
