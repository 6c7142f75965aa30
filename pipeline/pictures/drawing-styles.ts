/** What of a stylesheet, or of an attribute that styles, fetches or runs something; nothing, where nothing does. Escapes are read as a browser reads them (CSS Syntax 3, 4.3.7). */
export function stylesFault(css: string): string | undefined {
  const read = css.replace(/\/\*[^]*?\*\//g, '').replace(/\\([\da-f]{1,6})\s?/gi, (_, code: string) => letter(Number.parseInt(code, 16)))
  if (/@import/i.test(read)) return 'the rule @import'
  if (/expression\s*\(|javascript:|-moz-binding|behavior\s*:/i.test(read)) return 'a style that runs'
  const outside = [...read.matchAll(/(?:url|image-set|image|src)\(\s*["']?\s*([^"')]*)/gi)].find(([, address = '']) => !isWithin(address))
  return outside && `the address "${outside[1]?.slice(0, 60) ?? ''}" in a style`
}

function isWithin(address: string): boolean {
  return address.startsWith('#') || /^data:(?:image\/(?:png|jpe?g|gif|webp|avif)|font\/|application\/(?:x-)?font)/i.test(address)
}

function letter(code: number): string {
  return code > 0 && code <= 0x10_FFFF ? String.fromCodePoint(code) : '\uFFFD'
}
