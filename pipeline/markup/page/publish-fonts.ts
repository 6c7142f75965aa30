import type { Asset, Materials } from '../../contract/renderer.ts'

/** Where one file of a typeface lies, and the letters that it is for. */
export interface FontFile {
  /** npm package, which also has the ranges of its scripts in `unicode.json`. */
  packageName: string
  /** Key in that `unicode.json`. */
  script: string
  /** Path below the package: `files/….woff2`. */
  file: string
}

/** A font among the assets; `range` is a CSS `unicode-range`. */
export interface PublishedFont<Face extends FontFile> {
  face: Face
  asset: Asset
  range: string
}

/** Put fonts among the assets, in the order given. A script that a package has no range for is a bug, and throws. */
export function publishFonts<Face extends FontFile>(faces: readonly Face[], context: Pick<Materials, 'asset' | 'packageFile'>): Promise<PublishedFont<Face>[]> {
  return Promise.all(faces.map((face) => publishFont(face, context)))
}

async function publishFont<Face extends FontFile>(face: Face, context: Pick<Materials, 'asset' | 'packageFile'>): Promise<PublishedFont<Face>> {
  const [bytes, ranges] = await Promise.all([
    context.packageFile(face.packageName, face.file),
    context.packageFile(face.packageName, 'unicode.json'),
  ])
  const range = readRanges(ranges)[face.script]
  if (range === undefined) throw new Error(`${face.packageName} has no range of letters for "${face.script}".`)
  return { face, asset: context.asset(bytes, face.file.replace(/^files\//, '').replace(/\.woff2$/, ''), 'woff2'), range }
}

const read = new WeakMap<Uint8Array, Record<string, string>>()

/** The ranges of a package by script, read once. */
function readRanges(bytes: Uint8Array): Record<string, string> {
  const ranges = read.get(bytes) ?? (JSON.parse(new TextDecoder().decode(bytes)) as Record<string, string>)
  read.set(bytes, ranges)
  return ranges
}
