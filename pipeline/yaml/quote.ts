/** A text as a YAML scalar in quotes: double ones where nothing needs an escape, else single ones (YAML 1.2 §7.3). */
export function quoteYaml(text: string): string {
  return /["\\]/.test(text) ? `'${text.replaceAll("'", "''")}'` : `"${text}"`
}

const keyLine = /^(\s*(?:- +)*(?:[\p{L}\p{N}_-]+):[ \t]+)(\S.*?)[ \t]*$/u
const itemLine = /^(\s*- +)(\S.*?)[ \t]*$/u

/**
 * One line of YAML with its value in quotes, or nothing where the line is not a key or an item with a value on it.
 * `{…}` is opened and each of its values is quoted; a list is only closed.
 */
export function quoteLine(line: string): string | undefined {
  const [, start, value] = keyLine.exec(line) ?? itemLine.exec(line) ?? []
  if (start === undefined || value === undefined) return undefined
  if (value.startsWith('{')) return start + quoteFlowMap(value)
  return start + (/^\[[^\]]*$/.test(value) ? `${value}]` : quoteYaml(unquote(value)))
}

/** `{ name: Lis, Jr., role: x }` -> `{ name: "Lis, Jr.", role: "x" }`: a comma parts two keys only where another key follows. */
function quoteFlowMap(value: string): string {
  const inside = value.replace(/^\{\s*/, '').replace(/\s*\}\s*$/, '')
  const pairs = inside.split(/,\s+(?=[\p{L}_-]+:\s)/u)
  return `{ ${pairs.map(quotePair).join(', ')} }`
}

function quotePair(pair: string): string {
  const [, key, value] = /^([\p{L}\p{N}_-]+):\s+(.*)$/su.exec(pair.trim()) ?? []
  return key === undefined || value === undefined ? pair : `${key}: ${quoteYaml(unquote(value))}`
}

/** Takes off quotes that were begun and stand around the whole, so that they are not quoted twice. */
function unquote(value: string): string {
  const mark = value[0]
  if (mark !== '"' && mark !== "'") return value
  if (value.length > 1 && value.endsWith(mark)) return value.slice(1, -1)
  return value.includes(mark, 1) ? value : value.slice(1)
}
