import { reportInto } from '../contract/catalogue.ts'
import type { Diagnostic } from '../contract/diagnostic.ts'
import type { Work } from './select-work.ts'

/** An authority of every publish that is not on this machine is told of once. */
export async function notChecked({ formats, wanted }: Pick<Work, 'formats' | 'wanted'>): Promise<Diagnostic[]> {
  const diagnostics: Diagnostic[] = []
  for (const { renderer } of formats.filter((format) => wanted.has(format.renderer.name))) {
    for (const check of renderer.checks.filter(({ level }) => level === 'always')) {
      const availability = await check.version()
      if ('missing' in availability) reportInto(diagnostics, { format: renderer.name })('not-checked', { file: '' }, { check: check.name, missing: availability.missing })
    }
  }
  return diagnostics
}
