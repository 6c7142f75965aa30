import type { Article } from '../ast/article.ts'
import type { Diagnostic } from '../contract/diagnostic.ts'

/** A line and a column of a story's file. */
export type Anchor = readonly [line: number, column: number]

/** A diagnostic of what was made earlier, hung on the part of the story that it is about: the story may have moved in its file since. */
export interface Anchored extends Omit<Diagnostic, 'line' | 'column'> {
  anchor?: number
}

/** Where every part of an article begins, in one order for all articles that are equal without their places. */
export function anchorsOf(article: Pick<Article, 'source'>): Anchor[] {
  const anchors: Anchor[] = []
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(walk)
    if (typeof value !== 'object' || value === null) return
    const record = value as Record<string, unknown>
    for (const key of Object.keys(record).sort()) {
      if (key === 'position') anchors.push(startOf(record[key]))
      else if (key === 'places') anchors.push(...placesOf(record[key]))
      else walk(record[key])
    }
  }
  walk(article)
  return anchors
}

/** Hang diagnostics on anchors; undefined where one is about a place where no part begins. Those of other files keep nothing but the file. */
export function hang(diagnostics: readonly Diagnostic[], source: string, anchors: readonly Anchor[]): Anchored[] | undefined {
  const hung = diagnostics.map(({ line, column, ...told }): Anchored | undefined => {
    if (line === undefined) return told
    const anchor = told.file === source ? anchors.findIndex(([l, c]) => l === line && c === (column ?? c)) : -1
    return anchor === -1 ? undefined : { ...told, anchor }
  })
  return hung.every((one) => one !== undefined) ? hung : undefined
}

/** Say them again, at the places where the parts of the story begin now. */
export function place(hung: readonly Anchored[], anchors: readonly Anchor[]): Diagnostic[] {
  return hung.map(({ anchor, ...told }) => {
    const at = anchor === undefined ? undefined : anchors[anchor]
    return at ? { ...told, line: at[0], column: at[1] } : told
  })
}

function startOf(position: unknown): Anchor {
  const { start } = (position ?? {}) as { start?: { line: number; column: number } }
  return [start?.line ?? 0, start?.column ?? 0]
}

function placesOf(places: unknown): Anchor[] {
  const record = places as Record<string, unknown>
  return Object.keys(record).sort().map((key) => startOf(record[key]))
}
