import { reportInto } from '../contract/catalogue.ts'
import type { Diagnostic } from '../contract/diagnostic.ts'
import type { PromisedFile } from '../contract/renderer.ts'
import type { PublishOptions } from './publish-options.ts'
import type { Work } from './select-work.ts'

/**
 * An authority of every publish that is not on this machine is told of once; as an error where all were asked for. Of a format that nobody can
 * leave out, only where it has files that the authority would have judged: a newspaper without AMP is not told of AMP.
 */
export async function notChecked({ formats, wanted }: Pick<Work, 'formats' | 'wanted'>, level: PublishOptions['check'], made: readonly PromisedFile[]): Promise<Diagnostic[]> {
  const diagnostics: Diagnostic[] = []
  for (const { renderer } of formats.filter((format) => wanted.has(format.renderer.name))) {
    const asked = [...renderer.checks, ...(renderer.editionChecks ?? [])].filter((one) => one.level === 'always' && (!renderer.always || made.some((file) => one.judges?.(file) ?? true)))
    for (const check of asked) {
      const availability = await check.version()
      if ('missing' in availability) reportInto(diagnostics)(level === 'full' ? 'check-missing' : 'not-checked', { file: '' }, { check: check.name, missing: availability.missing })
    }
  }
  return diagnostics
}
