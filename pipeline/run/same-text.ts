// Weak is not needed: a text here is the path of a shared file, and of those there are no more than a newspaper has.
const known = new Map<string, string>()

/** The one copy of a text that many files tell. Each page lists its forty fonts and pictures; read anew for each, they would be a quarter of all that a run holds. */
export function sameText(text: string): string {
  const same = known.get(text)
  if (same !== undefined) return same
  known.set(text, text)
  return text
}
