import type { Diagnostic } from '../contract/diagnostic.ts'
import { paint, type Paint } from './paint.ts'

/**
 * One diagnostic for people, three lines at most: `file:line:column`, what happened with its rule in brackets, what to do.
 * Terminals make the first line a link. `root` is put before the file's path so that the link leads somewhere.
 */
export function printDiagnostic({ severity, rule, file, line, column, reason, hint, related }: Diagnostic, root = '', paints: Paint = paint.plain): string {
  const place = [root && file ? `${root}/${file}` : file, line, column].filter((part) => part !== undefined && part !== '').join(':')
  const lines = [
    `${paints[severity](severity)}  ${reason} ${paints.dim(`[${rule}]`)}`,
    ...(place ? [`  at ${place}`] : []),
    ...(related ?? []).map((other) => `  see ${[root ? `${root}/${other.file}` : other.file, other.line, other.column].filter(Boolean).join(':')}`),
    ...(hint ? [`  ${paints.dim(hint)}`] : []),
  ]
  return lines.join('\n')
}
