import type { Diagnostic } from '../contract/diagnostic.ts'
import { publicationError } from './publication-error.ts'

/** True of what the operating system says about files: full, read-only, forbidden. */
export function isDiskError(error: unknown): error is NodeJS.ErrnoException & { code: string } {
  return error instanceof Error && 'syscall' in error && typeof (error as NodeJS.ErrnoException).code === 'string'
}

/** The diagnostic of a disk that would not take what was to be written, before anything in `dist/` was touched. Throws on what is no such error. */
export function diskFailure(error: unknown, folder: string): { diagnostics: readonly Diagnostic[] } {
  if (!isDiskError(error)) throw error
  return publicationError('out-unwritable', { folder, detail: inWords[error.code] ?? error.code })
}

const inWords: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EROFS: 'it is read-only',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ENOENT: 'no folder can be made there',
  ENOTDIR: 'a file stands where a folder is needed',
  EEXIST: 'a file stands where a folder is needed',
}
