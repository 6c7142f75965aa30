const safeSchemes = new Set(['http:', 'https:', 'mailto:', 'tel:'])

/** An address that no reader is harmed by, in characters that a URL may have (RFC 3986); nothing, for all others. */
export function safeAddress(url: string): string | undefined {
  if (/^#[^\s]+$/.test(url)) return url
  if (!URL.canParse(url)) return undefined
  const parsed = new URL(url)
  if (!safeSchemes.has(parsed.protocol)) return undefined
  return /^[\w\-.~:/?#[\]@!$&'()*+,;=%]+$/.test(url) ? url : parsed.href
}

/** True for what a browser takes for a place beside the file, or for an address with a safe scheme: of our own paths, which are no whole addresses, `safeAddress` knows nothing. */
export function isInertAddress(address: string): boolean {
  // Where a browser finds no scheme either, `base` lends it one of ours (URL Standard, 4.4).
  const base = 'https://beside.invalid/a/'
  if (!URL.canParse(address, base)) return !/[:\\]/.test(address)
  const { protocol, host } = new URL(address, base)
  // `//evil.example/` borrows the scheme, and leads away.
  return safeSchemes.has(protocol) && (host === 'beside.invalid' || /^[^/\\?#]*:/.test(address))
}
