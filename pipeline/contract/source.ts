import type { Picture } from '../ast/small-types.ts'

/** A file of `source/`, read. */
export interface SourceFile {
  /** Below `source/`, with forward slashes and no leading slash. */
  path: string
  bytes: Uint8Array
}

/** Why a file of `source/` could not be had. `other-case`: it is there under `name`, which differs in capitals only. */
export type SourceProblem =
  | { problem: 'missing'; nearest?: string }
  | { problem: 'outside' }
  | { problem: 'other-case'; name: string }
  | { problem: 'not-a-file' }
  | { problem: 'unreadable'; detail: string }

/** The only way to a file of the newspaper: nothing outside of `source/` is readable, by symbolic links neither. */
export interface SourceReader {
  /** Never throws. `path` is below `source/`; whatever else it says is a problem of kind `outside`. */
  read(path: string): Promise<SourceFile | SourceProblem>
}

/** What a picture says of itself (XMP, then IPTC, then EXIF), plain text, trimmed. */
export interface PictureMetadata {
  caption?: string
  credit?: string
  copyright?: string
  alt?: string
}

/**
 * Why a picture cannot be used. `unknown-type`: its bytes are of no type that we use; `found` names the type where it is
 * known. `wrong-type`: its bytes are of another type than its name says. `active`: an SVG that is more than a drawing; `line` counts
 * in the SVG, from 1. `too-heavy`: more bytes than `limit`.
 */
export type PictureProblem =
  | { problem: 'empty' }
  | { problem: 'unreadable'; detail: string }
  | { problem: 'unknown-type'; found?: string | undefined; expected: string }
  | { problem: 'wrong-type'; found: string; expected: string }
  | { problem: 'too-large'; width: number; height: number; limit: number }
  | { problem: 'too-heavy'; bytes: number; limit: number }
  | { problem: 'active'; found: string; line: number }

/** Measure a picture without drawing it. Never throws. */
export type MeasurePicture = (file: SourceFile) => Promise<{ picture: Picture; metadata: PictureMetadata } | PictureProblem>
