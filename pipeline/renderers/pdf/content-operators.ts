/** One instruction of a content stream (ISO 32000-2, 7.8.2): operands as written, then the operator. */
export interface Operation {
  operands: readonly string[]
  operator: string
}

const token = /\((?:\\[^]|[^\\()]|\((?:\\[^]|[^\\()])*\))*\)|<<|>>|<[0-9A-Fa-f\s]*>|[[\]]|\/[^\s<>[\]()/]*|[^\s<>[\]()/]+/g
const operatorName = /^[A-Za-z'"*][A-Za-z0-9'"*]*$/
const values = new Set(['true', 'false', 'null'])

/** Read the instructions of a content stream, one character a byte. Inline images are not known, because Chromium writes none. */
export function readOperations(content: string): Operation[] {
  const operations: Operation[] = []
  let operands: string[] = []
  let depth = 0
  // Thousands a page, so that each is looked at as little as can be.
  for (const piece of content.match(token) ?? []) {
    if (piece === '<<' || piece === '[') depth += 1
    else if (piece === '>>' || piece === ']') depth -= 1
    if (depth === 0 && maybeOperator(piece) && operatorName.test(piece) && !values.has(piece)) {
      operations.push({ operands, operator: piece })
      operands = []
    } else operands.push(piece)
  }
  return operations
}

/** False for nearly everything that is none: numbers, names and strings begin with a sign below the letters. */
function maybeOperator(piece: string): boolean {
  const first = piece.charCodeAt(0)
  return first > 0x40 || first === 0x22 || first === 0x27 || first === 0x2a
}

/** Write instructions, one a line. */
export function writeOperations(operations: readonly Operation[]): string {
  return operations.map(({ operands, operator }) => [...operands, operator].join(' ')).join('\n')
}
