import type { UnfinishedArticle } from '../ast/article.ts'
import { descendants } from '../ast/descendants.ts'
import type { NodeOf } from '../ast/nodes.ts'
import type { Publication } from '../ast/publication.ts'

/** A link of the body that leads to the publication itself. */
export interface OwnLink {
  link: NodeOf<'link'> | NodeOf<'relatedLink'>
  /** What follows the publication’s URL, decoded, without slashes at its ends. */
  path: string
  fragment: string
}

/** The links that lead to the publication itself, in reading order. A `ref` was looked up when the story was completed. */
export function ownLinksOf({ body }: Pick<UnfinishedArticle, 'body'>, { url: home }: Pick<Publication, 'url'>): OwnLink[] {
  return [...descendants(body)].flatMap((node) => {
    if (!(node.type === 'link' || (node.type === 'relatedLink' && node.ref === undefined)) || !URL.canParse(node.url)) return []
    const [base, url] = [new URL(home), new URL(node.url)]
    const folder = base.pathname.replace(/\/$/, '')
    const isOwn = url.host === base.host && /^https?:$/.test(url.protocol) && (url.pathname === folder || url.pathname.startsWith(`${folder}/`))
    return isOwn ? [{ link: node, path: decoded(url.pathname.slice(folder.length)).replace(/^\/+|\/+$/g, ''), fragment: decoded(url.hash.slice(1)) }] : []
  })
}

/** The ids to which a link within the story can lead. */
export function blockIdsOf({ lead, body }: Pick<UnfinishedArticle, 'lead' | 'body'>): string[] {
  return [...(lead ? [lead.id] : []), ...[...descendants(body)].flatMap((node) => ('id' in node ? [node.id] : []))]
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text).normalize('NFC')
  } catch {
    return text
  }
}
