import type { Edition } from '../ast/edition.ts'
import type { PlannedEditionFile } from '../contract/edition.ts'

/** Of an edition, the stories that these files tell of: all that whoever draws or judges them is shown. */
export function partOfEdition(edition: Edition, planned: readonly PlannedEditionFile[]): Edition {
  const shown = new Set(planned.flatMap(({ shows }) => shows.map(({ slug }) => slug)))
  const withdrawn = new Set(planned.flatMap(({ withdraws = [] }) => withdraws))
  return { ...edition, stories: edition.stories.filter(({ slug }) => shown.has(slug)), killed: edition.killed.filter(({ slug }) => withdrawn.has(slug)) }
}
