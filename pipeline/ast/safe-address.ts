const safeSchemes = new Set(['http:', 'https:', 'mailto:', 'tel:'])

/** An address that no reader is harmed by, in characters that a URL may have (RFC 3986); nothing, for all others. */
export function safeAddress(url: string): string | undefined {
  if (/^#[^\s]+$/.test(url)) return url
  if (!URL.canParse(url)) return undefined
  const parsed = new URL(url)
  if (!safeSchemes.has(parsed.protocol)) return undefined
  return /^[\w\-.~:/?#[\]@!$&'()*+,;=%]+$/.test(url) ? url : parsed.href
}
