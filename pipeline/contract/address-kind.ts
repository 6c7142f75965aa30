/** What a browser would make of an address that an author wrote. */
export type AddressKind =
  | { kind: 'web'; url: URL }
  | { kind: 'mail-or-phone' }
  | { kind: 'fragment' }
  | { kind: 'relative' }
  | { kind: 'unsafe'; scheme: string }
  | { kind: 'unreadable' }

/**
 * Judge an address as the WHATWG URL parser does, which is how a browser reads it: `java\tscript:` is `javascript:` there.
 * Only http, https, mailto and tel are safe to publish.
 */
export function addressKind(address: string): AddressKind {
  if (address.startsWith('#')) return { kind: 'fragment' }
  const url = parse(address)
  if (url === undefined) return parse(address, 'https://relative.invalid/') ? { kind: 'relative' } : { kind: 'unreadable' }
  if (url.protocol === 'mailto:' || url.protocol === 'tel:') return { kind: 'mail-or-phone' }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return { kind: 'unsafe', scheme: url.protocol.slice(0, -1) }
  // `https:example.com` and `https:///example.com` are mended by browsers and by nothing else.
  return /^https?:\/\/[^/\\\s]/i.test(address) && !/\s/.test(address) ? { kind: 'web', url } : { kind: 'unreadable' }
}

function parse(address: string, base?: string): URL | undefined {
  try {
    return new URL(address, base)
  } catch {
    return undefined
  }
}
