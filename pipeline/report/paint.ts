import { styleText } from 'node:util'
import type { Severity } from '../ast/publication.ts'

/** How words are coloured; `plain` leaves them alone. Nothing is said by colour only. */
export type Paint = Record<Severity | 'dim' | 'strong' | 'good', (text: string) => string>

/** Without colours for files and pipes, with them for terminals. */
export const paint: { plain: Paint; colour: Paint } = {
  plain: { error: same, warning: same, info: same, dim: same, strong: same, good: same },
  colour: {
    error: (text) => styleText(['bold', 'red'], text),
    warning: (text) => styleText(['bold', 'yellow'], text),
    info: (text) => styleText('blue', text),
    dim: (text) => styleText('dim', text),
    strong: (text) => styleText('bold', text),
    good: (text) => styleText('green', text),
  },
}

function same(text: string): string {
  return text
}
