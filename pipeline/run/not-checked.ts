import { reportInto } from '../contract/catalogue.ts'
import type { Diagnostic } from '../contract/diagnostic.ts'
import type { PublishOptions } from './publish-options.ts'
import type { Work } from './select-work.ts'

/** An authority of every publish that is not on this machine is told of once; as an error where all were asked for. */
export async function notChecked({ formats, wanted }: Pick<Work, 'formats' | 'wanted'>, level: PublishOptions['check']): Promise<Diagnostic[]> {
  const diagnostics: Diagnostic[] = []
  for (const { renderer } of formats.filter((format) => wanted.has(format.renderer.name))) {
    for (const check of [...renderer.checks, ...(renderer.editionChecks ?? [])].filter((one) => one.level === 'always')) {
      const availability = await check.version()
      if ('missing' in availability) reportInto(diagnostics)(level === 'full' ? 'check-missing' : 'not-checked', { file: '' }, { check: check.name, missing: availability.missing })
    }
  }
  return diagnostics
}
