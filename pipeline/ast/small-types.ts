import * as z from 'zod'

/** A place in a text file: lines and columns count from 1, as in unist. */
export const Point = z.strictObject({
  line: z.int().min(1),
  column: z.int().min(1),
  offset: z.int().min(0).optional(),
})
export type Point = z.infer<typeof Point>

/** From where to where a node stands in its file (unist `Position`). */
export const Position = z.strictObject({ start: Point, end: Point })
export type Position = z.infer<typeof Position>

/** A picture file of `source/`, measured. Width and height are pixels as displayed (EXIF orientation applied). */
export const Picture = z.strictObject({
  src: z.string().describe('Path below source/, with forward slashes and no leading slash'),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  mediaType: z.enum(['image/jpeg', 'image/png', 'image/webp', 'image/avif', 'image/svg+xml']),
  width: z.int().min(1),
  height: z.int().min(1),
  bytes: z.int().min(1),
})
export type Picture = z.infer<typeof Picture>

/** Any other file of `source/` that a story brings with it: a video, a sound, a captions file. */
export const MediaFile = z.strictObject({
  src: z.string().describe('Path below source/, with forward slashes and no leading slash'),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  mediaType: z.string(),
  bytes: z.int().min(1),
})
export type MediaFile = z.infer<typeof MediaFile>

/** A person or a desk in the byline. */
export const Author = z.strictObject({
  name: z.string(),
  role: z.string().optional(),
  url: z.string().optional(),
  location: z.string().optional(),
})
export type Author = z.infer<typeof Author>

/** An RFC 3339 date and time with its zone, exactly as the author wrote it: `2026-03-04T18:05:00+01:00`. */
export const DateTime = z.iso.datetime({ offset: true })

/** Where a file of the publication is to be had, and what it is. */
export interface Link {
  /** What it is to the story: `page`, `amphtml`, `pdf`, `epub`, `card-og`, … */
  rel: string
  /** Path below `dist/`. */
  path: string
  /** Absolute address. */
  url: string
  mediaType: string
  width?: number
  height?: number
}
