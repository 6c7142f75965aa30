/**
 * Where each character of a YAML scalar's value stands in its source, so that Markdown in it has true places. Folded
 * lines, indentation, doubled quotes and backslashes are stepped over; one place more is given for the end of the value.
 */
export function alignCharacters(value: string, source: string): number[] {
  let at = bodyStart(source)
  const places: number[] = []
  for (const character of value) {
    at = findCharacter(character, source, at)
    for (let unit = 0; unit < character.length; unit++) places.push(at + unit)
    at = Math.min(source.length, at + character.length)
  }
  places.push(at)
  return places
}

/** Behind the opening quote, or behind the header line of a block scalar. */
function bodyStart(source: string): number {
  if (source[0] === '"' || source[0] === "'") return 1
  return /^[|>]/.test(source) ? source.indexOf('\n') + 1 : 0
}

/** A space or line end of the value may stand for a fold; an escape that spells its character otherwise stays where it is. */
function findCharacter(character: string, source: string, at: number): number {
  if (/\s/.test(character)) return at
  const skipped = /^(?:\s|\\(?=["\\/\s]))*/.exec(source.slice(at, at + 1000))?.[0].length ?? 0
  const doubled = character === "'" && source.startsWith("''", at + skipped) ? 1 : 0
  return source.startsWith(character, at + skipped) ? at + skipped + doubled : at
}
