import { toString } from 'mdast-util-to-string'
import type { BlogPosting } from 'schema-dts'
import type { Article } from '../ast/article.ts'
import type { AnyNode, NodeOf } from '../ast/nodes.ts'
import { shownBlocks } from '../ast/shown-blocks.ts'

/** The updates of a live story as schema.org `BlogPosting`, in the order in which its page shows them. */
export function liveBlogUpdates(article: Article): BlogPosting[] {
  return shownBlocks(article.body.children).flatMap((block) => (block.type === 'update' ? [posting(block, article)] : []))
}

function posting(update: NodeOf<'update'>, { headline, url }: Article): BlogPosting {
  const nodes = update.children as readonly AnyNode[]
  const title = nodes.find(({ type }) => type === 'title')
  const text = nodes.filter(({ type }) => type !== 'title' && type !== 'footnoteDefinition').map((node) => words(node))
  return {
    '@type': 'BlogPosting',
    '@id': `${url}#${update.id}`,
    url: `${url}#${update.id}`,
    headline: title ? words(title) : headline,
    datePublished: update.time,
    articleBody: text.filter(Boolean).join('\n'),
  }
}

function words(node: AnyNode): string {
  return toString(node, { includeImageAlt: false }).trim()
}
