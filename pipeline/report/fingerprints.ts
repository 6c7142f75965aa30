import { createHash } from 'node:crypto'
import type { Diagnostic } from '../contract/diagnostic.ts'

/**
 * One name for each diagnostic, in their order, by which a later run knows it again: 32 hex digits of a sha256 of rule, file, format and
 * words. Lines are no part of it, so that a problem that has only moved is not a new one; equal ones in one file are counted.
 */
export function fingerprintsOf(diagnostics: readonly Diagnostic[]): string[] {
  const seen = new Map<string, number>()
  return diagnostics.map(({ rule, file, format = '', reason }) => {
    const what = JSON.stringify([rule, file, format, withoutLines(reason)])
    const before = seen.get(what) ?? 0
    seen.set(what, before + 1)
    return createHash('sha256').update(`${what} ${before}`).digest('hex').slice(0, 32)
  })
}

/** Some reasons name another line, or a line and column of a finished file. */
function withoutLines(reason: string): string {
  return reason.replaceAll(/\b(lines?) \d+/g, '$1 #').replaceAll(/\d+:\d+/g, '#')
}
