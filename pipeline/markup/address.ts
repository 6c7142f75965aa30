import { safeAddress } from '../ast/safe-address.ts'
import type { MarkupState } from './state.ts'

/** Attributes of a link. */
export interface LinkAttributes {
  href: string
  rel?: 'sponsored'
}

/**
 * The one way from an address in a story to a link on a page: http, https, mailto, tel and places on the page itself pass;
 * of anything else the words stay and the link goes. Links of paid content that lead elsewhere say so to search engines.
 */
export function linkAttributes(url: string, state: Pick<MarkupState, 'article' | 'publication' | 'href'>): LinkAttributes | undefined {
  const address = safeAddress(url)
  if (address === undefined) return undefined
  const isPaid = state.article.commercial !== 'none' && leadsElsewhere(address, state.publication.url)
  return { href: state.href(address), ...(isPaid ? { rel: 'sponsored' as const } : {}) }
}

function leadsElsewhere(address: string, home: string): boolean {
  return /^https?:/i.test(address) && new URL(address).host !== new URL(home).host
}
