import type { Asset, Materials } from '../../contract/renderer.ts'
import { publishFonts, type FontFile } from './publish-fonts.ts'
import { tidyStyles } from './tidy-styles.ts'

/** What a stylesheet is made of. */
export interface Styles<Face extends FontFile> {
  /** Of its file, for people. */
  name: string
  /** Paths below templates/, in order. */
  sheets: readonly string[]
  faces: readonly Face[]
  /** The CSS of one font; `href` is as seen from the stylesheet, `range` a CSS `unicode-range`. */
  faceRule(face: Face, href: string, range: string): string
  /** Whether the first paint of nearly every page waits for this font. */
  isMain(face: Face): boolean
}

/** A stylesheet, and the font that the first paint waits for. */
export interface Stylesheet {
  sheet: Asset
  mainFont: Asset
}

/** Put a stylesheet and its fonts among the assets. They are neighbours there, so the sheet names fonts by file name alone. */
export async function publishStylesheet<Face extends FontFile>({ name, sheets, faces, faceRule, isMain }: Styles<Face>, context: Pick<Materials, 'asset' | 'packageFile' | 'template'>): Promise<Stylesheet> {
  const fonts = await publishFonts(faces, context)
  const styles = await Promise.all(sheets.map((path) => context.template(path)))
  const main = fonts.find(({ face }) => isMain(face))
  if (!main) throw new Error(`Expected the main font among the faces of the stylesheet "${name}".`)
  const rules = fonts.map(({ face, asset, range }) => faceRule(face, asset.path.replace(/^assets\//, ''), range))
  const css = [...rules, ...styles.map(tidyStyles)].join('\n')
  return { sheet: context.asset(new TextEncoder().encode(css), name, 'css'), mainFont: main.asset }
}
