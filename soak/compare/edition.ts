import type { Outcome } from '../../pipeline/contract/outcome.ts'
import { readManifest, type Manifest } from '../../pipeline/run/manifest.ts'
import { filesBelow, type Files } from '../machine/files-below.ts'

/** What stands in a folder after a publish that nobody has disturbed, and what that publish has said. */
export interface Edition {
  files: Files
  manifest: Manifest
  outcome: Outcome
}

export async function readEdition(out: string, outcome: Outcome): Promise<Edition> {
  const [files, manifest] = await Promise.all([filesBelow(out), readManifest(out)])
  if (manifest === undefined) throw new Error(`There is no manifest in ${out}.`)
  return { files, manifest, outcome }
}

/** The errors of a publish, each with its place, in a fixed order. */
export function errorsOf({ diagnostics }: Outcome): string[] {
  return diagnostics.filter(({ severity }) => severity === 'error').map(({ rule, file, line, format, reason }) => [file, line ?? '', rule, format ?? '', reason].join(' ')).sort()
}

/** Slugs of the stories that errors were reported of. */
export function storiesInError({ diagnostics }: Outcome): ReadonlySet<string> {
  return new Set(diagnostics.flatMap(({ severity, story }) => (severity === 'error' && story !== undefined ? [story] : [])))
}
