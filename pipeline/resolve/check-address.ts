import { nearestName } from '../contract/nearest.ts'
import type { Place } from '../contract/diagnostic.ts'
import type { ResolveState } from './resolve-state.ts'

/** Where an address is written, and what it may be. */
interface Asked {
  /** `link`, `related link`, …: the word that messages use. */
  what: string
  place: Place
  /** True in prose, where a link may also point into its own story, to a mailbox or a telephone. */
  inProse?: boolean
}

/**
 * Complete an address that an author wrote, so that it leads to the same place from a page, a book and a sheet of paper: `/about/`
 * becomes absolute. What leads nowhere, or could run a program, is reported and nothing is returned.
 */
export function checkAddress(written: string, asked: Asked, state: ResolveState): string | undefined {
  const href = written.trim()
  if (href === '' || href === '#') return void state.report('empty-link', asked.place, { what: asked.what })
  if (href.startsWith('#') && asked.inProse) return checkAnchor(href, asked, state)
  if (/^[a-z][a-z\d+.-]*:/i.test(href)) return checkScheme(href, asked, state)
  if (/^\/(?!\/)/.test(href)) return new URL(state.publication.url + encoded(href)).href
  const better = completion(href)
  return void state.report('relative-link', asked.place, { what: asked.what, href, better })
}

function checkAnchor(href: string, { place }: Asked, { ids, report }: ResolveState): string {
  const anchor = decode(href.slice(1))
  if (!ids.all.has(anchor)) report('unknown-anchor', place, { anchor, nearest: nearestName(anchor, ids.all) })
  return `#${anchor}`
}

function decode(fragment: string): string {
  try {
    return decodeURIComponent(fragment)
  } catch {
    return fragment
  }
}

function checkScheme(href: string, { what, place, inProse }: Asked, { report }: ResolveState): string | undefined {
  const allowed = inProse ? ['https:', 'http:', 'mailto:', 'tel:'] : ['https:', 'http:']
  const scheme = href.slice(0, href.indexOf(':') + 1).toLowerCase()
  if (!allowed.includes(scheme)) return void report('unsafe-link', place, { what, href, expected: allowed.join(', ').replace(/, (\S+)$/, ' or $1') })
  const whole = encoded(href)
  return isWhole(href) && isWhole(whole) ? whole : void report('relative-link', place, { what, href })
}

/** Behind the host, what RFC 3986 has no place for as it is: a URL's parser lets most of it pass, drops line ends, and takes a backslash for a slash. */
function encoded(href: string): string {
  const [, origin = '', rest = href] = /^([a-z][a-z\d+.-]*:(?:\/\/[^/?#\\]*)?)([^]*)$/i.exec(href) ?? []
  return origin + rest.replace(/[\s"<>\\^`{|}[\]]|%(?![\da-f]{2})/gi, encodeURIComponent)
}

/** Browsers mend `https:example.org` and `https:///example.org`; nothing else does. */
function isWhole(href: string): boolean {
  return URL.canParse(href) && (!/^https?:/i.test(href) || (/^https?:\/\/[^/\\\s]/i.test(href) && isHost(new URL(href).hostname)))
}

/** A URL's parser takes any characters for a name; of a host in the network they are letters, digits, hyphens, and no part is empty (RFC 1123, 2.1). */
function isHost(name: string): boolean {
  return /^\[.*\]$/.test(name) || /^[\w-]+(?:\.[\w-]+)*\.?$/.test(name)
}

/** What was probably meant, where it is plain to see. */
function completion(href: string): string | undefined {
  if (href.startsWith('//')) return `https:${href}`
  if (/^www\./i.test(href)) return `https://${href}`
  return /^[^\s/@]+@[^\s/@]+\.[^\s/@]+$/.test(href) ? `mailto:${href}` : undefined
}
