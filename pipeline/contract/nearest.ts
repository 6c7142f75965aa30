import { closest, distance } from 'fastest-levenshtein'

/** The known name that was probably meant, capitals aside; none where nothing known is near. */
export function nearestName(found: string, known: Iterable<string>): string | undefined {
  const names = [...known]
  if (names.length === 0 || found === '') return undefined
  const wanted = found.toLowerCase()
  const match = closest(wanted, names.map((name) => name.toLowerCase()))
  const name = names.find((candidate) => candidate.toLowerCase() === match)
  const isNear = distance(wanted, match) <= Math.max(1, Math.floor(wanted.length * 0.4))
  return isNear || letters(wanted) === letters(match) ? name : undefined
}

/** Two letters that changed places count as two slips, too many for a short word: `atl` for `alt`. */
function letters(word: string): string {
  return [...word].sort().join('')
}
