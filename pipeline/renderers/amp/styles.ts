import { relativeHref } from '../../ast/addresses.ts'
import type { RenderContext } from '../../contract/renderer.ts'
import { fontFaceRule, fontFaces, type FontFace } from '../../../templates/shared/fonts.ts'

const sheets = ['shared/fallback-fonts.css', 'shared/tokens.css', 'shared/story.css', 'shared/page.css', 'amp/amp.css']

/** Bytes that AMP allows for `style[amp-custom]`. */
export const largestStyles = 75_000

/** All styles of the page at `path`, fonts among the assets. */
export async function stylesFor(path: string, context: RenderContext): Promise<string> {
  const fonts = await Promise.all(fontFaces.map((face) => publishFont(face, path, context)))
  const styles = await Promise.all(sheets.map((sheet) => context.template(sheet)))
  return [...fonts, ...styles.map((bytes) => tidy(new TextDecoder().decode(bytes)))].join('\n')
}

async function publishFont(face: FontFace, path: string, context: RenderContext): Promise<string> {
  const [bytes, ranges] = await Promise.all([
    context.packageFile(face.packageName, face.file),
    context.packageFile(face.packageName, 'unicode.json'),
  ])
  const asset = context.asset(bytes, face.file.replace(/^files\//, '').replace(/\.woff2$/, ''), 'woff2')
  const range = (JSON.parse(new TextDecoder().decode(ranges)) as Record<string, string>)[face.script]
  if (range === undefined) throw new Error(`${face.packageName} has no range of letters for "${face.script}".`)
  return fontFaceRule(face, relativeHref(path, asset.path), range)
}

/** Comments and indents are for those who design the page, and count against AMP's limit. */
function tidy(css: string): string {
  return css.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\n\s*/g, '\n').trim()
}
