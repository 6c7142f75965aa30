import type { Usage } from '../measure/usage.ts'

/** One measured figure: a kind of work and what it took. */
export interface Figure extends Usage {
  /** `cold-100`: by it figures are compared and chosen. */
  name: string
  title: string
  stories: number
  /** How often it was measured: times are the middle one of so many. */
  runs: number
  /** What a reader must know to judge it. */
  note?: string
}

/** What could not be measured, and why. */
export interface Gap {
  name: string
  title: string
  reason: string
}

/** All figures of one run, by name, in the order in which they were found. */
export type Figures = ReadonlyMap<string, Figure>

/** Everything that a run has found. */
export interface Findings {
  figures: Figures
  gaps: ReadonlyMap<string, Gap>
}
