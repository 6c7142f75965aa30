import { posix } from 'node:path'

/** Where a path that an author wrote leads, or why it leads nowhere. */
export type SourcePath =
  | { path: string }
  | { problem: 'outside' }
  | { problem: 'online' }
  | { problem: 'not-plain'; found: string; plain?: string }

/**
 * Find the path below `source/` that an author means: relative to the story's own file, or from `source/` with a slash before
 * it. Everything that could mean something else on another system is refused, not interpreted.
 */
export function sourcePath(written: string, file: string): SourcePath {
  if (/^(?:https?:)?\/\//i.test(written)) return { problem: 'online' }
  if (/^file:/i.test(written)) return { problem: 'outside' }
  const odd = oddity(written)
  if (odd !== undefined && !leavesSource(odd.plain ?? '', file)) return { problem: 'not-plain', ...odd }
  if (odd !== undefined || leavesSource(written, file)) return { problem: 'outside' }
  return { path: below(written, file) }
}

function oddity(written: string): { found: string; plain?: string } | undefined {
  if (/\p{Cc}/u.test(written)) return { found: 'an invisible control character' }
  if (/^[a-z]:/i.test(written)) return { found: 'a drive letter' }
  if (/^[a-z][a-z\d+.-]*:/i.test(written)) return { found: 'the form of an address' }
  if (written.includes('\\')) return { found: 'a backslash', plain: written.replaceAll(/\\+/g, '/') }
  if (/%[\da-f]{2}/i.test(written)) return { found: 'percent-encoded characters', ...decoded(written) }
  return undefined
}

function decoded(written: string): { plain?: string } {
  try {
    return { plain: decodeURIComponent(written) }
  } catch {
    return {}
  }
}

function leavesSource(written: string, file: string): boolean {
  return below(written, file).split('/')[0] === '..'
}

function below(written: string, file: string): string {
  // Some disks and archives keep ü as u and ¨; one spelling gives one address in dist/.
  const spelled = written.normalize('NFC')
  // Without its slash, so that `/../x` is not silently taken for `/x`.
  return posix.normalize(spelled.startsWith('/') ? spelled.slice(1) : posix.join(posix.dirname(file), spelled))
}
