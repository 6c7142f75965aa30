import type { Picture } from '../ast/small-types.ts'
import { reportInto } from '../contract/catalogue.ts'
import type { Diagnostic, Place } from '../contract/diagnostic.ts'
import { openStoryFiles, type FileAccess } from './story-files.ts'

/** Measure the publication's logo. A logo that cannot be had stops the publication, not a story. */
export async function resolveLogo(logo: { path: string; place: Place } | undefined, access: FileAccess): Promise<{ picture?: Picture; diagnostics: Diagnostic[] }> {
  const diagnostics: Diagnostic[] = []
  if (logo === undefined) return { diagnostics }
  const files = openStoryFiles(logo.place.file, access, reportInto(diagnostics, { scope: 'publication' }))
  const found = await files.picture(logo.path, 'logo', logo.place)
  return found ? { picture: found.picture, diagnostics } : { diagnostics }
}
