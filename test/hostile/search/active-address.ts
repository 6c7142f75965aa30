/** Schemes that lead to a page, a mailbox or a telephone, and run nothing. */
const harmless = new Set(['http', 'https', 'mailto', 'tel'])

/** Why an address is not inert, as a browser reads it (URL Standard, 4.4: what it strips and drops comes first); nothing, if it is. */
export function activeAddress(written: string): string | undefined {
  // oxlint-disable-next-line no-control-regex
  const read = written.replace(/^[\u0000-\u0020]+/, '').replace(/[\t\n\r]/g, '')
  const scheme = /^([a-z][a-z\d+.-]*):/i.exec(read)?.[1]?.toLowerCase()
  if (scheme !== undefined && !harmless.has(scheme)) return `address with the scheme ${scheme}: ${written}`
  return /^[/\\]{2}/.test(read) ? `address without a scheme: ${written}` : undefined
}
