/** Something that somebody looks up: a key, a directive, a command. Its heading is its name, so that a link leads to it. */
export interface Entry {
  /** As it is written: `commercial`, `::figure`, `publish`. */
  name: string
  /** Markdown below the heading. */
  body: string
  /** What is looked up under it, besides its name: keys of its own, flags, attributes. */
  also?: readonly string[]
  /** What it is told apart by, where that is not the same for the whole part. */
  of?: string
}

/** A part of the reference. */
export interface Part {
  title: string
  /** What the parts of one name are told apart by in the index: `credit (story)`. */
  of: string
  intro: string
  entries: readonly Entry[]
}

/** A table of Markdown; what stands in a cell may have `|` in it. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

function line(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
}
