import type { Publication } from './publication.ts'

/** How much there may be of what many hands write, so that no story takes the machine from all others. */
export interface Limits {
  /** Bytes of the file of a story. */
  story: number
  /** Bytes of its front matter. */
  frontMatter: number
  /** Nodes of the tree of a story. */
  nodes: number
  /** Bytes of a photo. */
  photo: number
  /** Bytes of an SVG, which readers download as it is. */
  drawing: number
  /** Pixels of a picture. */
  pixels: number
  /** Pages of a PDF. */
  pages: number
  /** Bytes of a file that is made of a story. */
  file: number
  /** Seconds in which one format of one story is drawn. */
  seconds: number
}

/** What no newsroom has met yet in earnest. */
export const defaultLimits: Limits = {
  story: 1_000_000, frontMatter: 100_000, nodes: 20_000, photo: 50_000_000, drawing: 2_000_000, pixels: 100_000_000, pages: 300, file: 100_000_000, seconds: 300,
}

/** The limits of a newspaper, complete. */
export function limitsOf({ limits }: Pick<Publication, 'limits'>): Limits {
  return { ...defaultLimits, ...limits }
}

/** Bytes as people say them: `2 MB`, `1.5 kB`. */
export function sizeInWords(bytes: number): string {
  const [unit, factor] = bytes >= 1_000_000 ? ['MB', 1_000_000] : bytes >= 1000 ? ['kB', 1000] : ['bytes', 1]
  return `${Math.round((bytes / factor) * 100) / 100} ${unit}`
}
