import { createHash } from 'node:crypto'
import type { MediaFile, Picture } from '../ast/small-types.ts'
import type { Report } from '../contract/catalogue.ts'
import type { Place } from '../contract/diagnostic.ts'
import type { MeasurePicture, PictureMetadata, SourceFile, SourceReader } from '../contract/source.ts'
import { mediaTypeByName, type MediaKind } from './media-types.ts'
import { reportPathProblem, reportPictureProblem, reportSourceProblem } from './report-problems.ts'
import { sourcePath } from './source-path.ts'

/** A picture with its size, and what it says of itself. */
export interface MeasuredPicture {
  picture: Picture
  metadata: PictureMetadata
}

/** The files that a story brings with it. What cannot be had is reported at its place, and nothing is returned. */
export interface StoryFiles {
  picture(written: string, what: 'picture' | 'poster' | 'logo', place: Place): Promise<MeasuredPicture | undefined>
  media(written: string, what: MediaKind, place: Place): Promise<MediaFile | undefined>
}

/** How files are read and measured. */
export interface FileAccess {
  source: SourceReader
  measure: MeasurePicture
}

/** Open the files of the story in `file`. A picture that it shows twice is measured once. */
export function openStoryFiles(file: string, { source, measure }: FileAccess, report: Report): StoryFiles {
  const measured = new Map<string, ReturnType<MeasurePicture>>()

  const read = async (written: string, what: string, place: Place): Promise<SourceFile | undefined> => {
    const where = sourcePath(written, file)
    if ('problem' in where) return void reportPathProblem(where, { what, path: written }, place, report)
    const found = await source.read(where.path)
    if ('problem' in found) return void reportSourceProblem(found, { what, path: written }, place, report)
    return found
  }

  return {
    async picture(written, what, place) {
      const found = await read(written, what, place)
      if (found === undefined) return undefined
      const measuring = measured.get(found.path) ?? measure(found)
      measured.set(found.path, measuring)
      const result = await measuring
      return 'problem' in result ? void reportPictureProblem(result, { what, path: written }, place, report) : result
    },

    async media(written, what, place) {
      const found = await read(written, what, place)
      return found && describeMedia(found, what, { path: written, place, report })
    },
  }
}

interface Asked {
  path: string
  place: Place
  report: Report
}

function describeMedia({ path: src, bytes }: SourceFile, what: MediaKind, { path, place, report }: Asked): MediaFile | undefined {
  const { mediaType, expected } = mediaTypeByName(src, what)
  if (mediaType === undefined) return void report('unknown-media-type', place, { what, path, expected })
  if (bytes.length === 0) return void report('empty-media', place, { what, path })
  if (what === 'captions file' && !isWebVtt(bytes)) return void report('not-webvtt', place, { path })
  return { src, sha256: createHash('sha256').update(bytes).digest('hex'), mediaType, bytes: bytes.length }
}

/** The signature of a WebVTT file (https://www.w3.org/TR/webvtt1/#file-structure). */
function isWebVtt(bytes: Uint8Array): boolean {
  return /^\uFEFF?WEBVTT(?:[ \t\r\n]|$)/.test(Buffer.from(bytes.subarray(0, 16)).toString('utf8'))
}
