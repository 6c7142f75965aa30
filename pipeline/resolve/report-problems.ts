import { sizeInWords } from '../ast/limits.ts'
import type { Report } from '../contract/catalogue.ts'
import type { Place } from '../contract/diagnostic.ts'
import type { PictureProblem, SourceProblem } from '../contract/source.ts'
import type { SourcePath } from './source-path.ts'

/** A file as its author knows it: what it is for, and its path as written. */
interface Written {
  what: string
  path: string
}

/** Say why a path as written leads to no file of `source/`. */
export function reportPathProblem(found: Exclude<SourcePath, { path: string }>, written: Written, place: Place, report: Report): void {
  switch (found.problem) {
    case 'outside':
      return report('path-outside-source', place, written)
    case 'online':
      return reportAddress(written, place, report)
    case 'not-plain':
      return report('path-not-plain', place, { ...written, found: found.found, plain: found.plain })
    default:
      return found satisfies never
  }
}

/** A neighbour's name as the author would write its path. */
function beside(path: string, name: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1) + name
}

function reportAddress({ what, path }: Written, place: Place, report: Report): void {
  if (what === 'picture' || what === 'poster' || what === 'logo') report('picture-online', place, { what, url: path })
  else report('insecure-media', place, { what, url: path })
}

/** Say why the file at a path cannot be had. */
export function reportSourceProblem(found: SourceProblem, written: Written, place: Place, report: Report): void {
  switch (found.problem) {
    case 'missing':
      return report('missing-media', place, { ...written, nearest: found.nearest && beside(written.path, found.nearest) })
    case 'outside':
      return report('path-outside-source', place, written)
    case 'other-case':
      return report('other-case', place, { ...written, name: found.name })
    case 'not-a-file':
      return report('unreadable-media', place, { ...written, detail: 'it is a folder, not a file' })
    case 'unreadable':
      return report('unreadable-media', place, { ...written, detail: found.detail })
    default:
      return found satisfies never
  }
}

/** Say why a file cannot be used as a picture. */
export function reportPictureProblem(found: PictureProblem, written: Written, place: Place, report: Report): void {
  switch (found.problem) {
    case 'empty':
      return report('empty-media', place, written)
    case 'unreadable':
      return report('unreadable-picture', place, { ...written, detail: found.detail })
    case 'unknown-type':
      return report('unknown-picture-type', place, { ...written, found: found.found, expected: found.expected })
    case 'wrong-type':
      return report('misnamed-picture', place, { ...written, found: found.found, expected: found.expected, better: rename(written.path, found.found) })
    case 'too-large':
      return report('enormous-picture', place, { ...written, width: found.width, height: found.height, limit: found.limit })
    case 'too-heavy':
      return report('heavy-picture', place, { ...written, size: sizeInWords(found.bytes), limit: sizeInWords(found.limit) })
    case 'active':
      return report('active-drawing', place, { ...written, found: found.found, line: found.line })
    default:
      return found satisfies never
  }
}

/** The path with the ending that its bytes call for. */
function rename(path: string, found: string): string {
  const ending = found === 'JPEG' ? 'jpg' : found.toLowerCase()
  return `${path.replace(/\.[^./]*$/, '')}.${ending}`
}
