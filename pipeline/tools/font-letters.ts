import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Font } from 'opentype.js'
import { packageFolder } from './installation.ts'

/** A font file of an npm package. */
export interface PackagedFont {
  packageName: string
  /** Below the package's folder: `files/….woff`. */
  file: string
}

const opened = new Map<string, Promise<Font>>()

/**
 * Which characters of a text none of some fonts has a glyph for, by their own character maps (OpenType `cmap`); each once. A font is
 * opened when those before it lack a letter: parsing all that a newspaper has takes five times as long as the first alone.
 */
export async function missingLetters(text: string, fonts: readonly PackagedFont[]): Promise<string[]> {
  let missing = [...new Set(text)].filter((letter) => !/[\s\p{Cf}\p{Cc}]/u.test(letter))
  for (const packaged of fonts) {
    if (missing.length === 0) break
    const font = await open(packaged)
    missing = missing.filter((letter) => font.charToGlyphIndex(letter) === 0)
  }
  return missing
}

function open({ packageName, file }: PackagedFont): Promise<Font> {
  const path = join(packageFolder(packageName), file)
  const font = opened.get(path) ?? parse(path)
  opened.set(path, font)
  return font
}

async function parse(path: string): Promise<Font> {
  const { default: opentype } = await import('opentype.js')
  const bytes = await readFile(path)
  return opentype.parse(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength))
}
