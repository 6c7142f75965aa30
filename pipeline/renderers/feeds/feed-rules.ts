/** True of an address that can be followed from anywhere. */
export function isAbsolute(address: string | undefined): boolean {
  return address !== undefined && /^https?:\/\//i.test(address) && URL.canParse(address)
}

/** Names of what must say something and does not. */
export function faultsOfWords(what: string, words: Readonly<Record<string, string | undefined>>): string[] {
  return Object.entries(words).filter(([, value]) => value === undefined || value.trim() === '').map(([name]) => `${what} has no ${name}`)
}

/** What is there more than once. */
export function repeated(values: readonly (string | undefined)[]): string[] {
  const seen = new Set<string | undefined>()
  const twice = values.filter((value) => value !== undefined && (seen.has(value) || (seen.add(value), false)))
  return [...new Set(twice)].filter((value) => value !== undefined)
}
