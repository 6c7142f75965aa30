import { relativeHref } from '../../ast/addresses.ts'
import type { RenderContext } from '../../contract/renderer.ts'
import { publishFonts } from '../../markup/page/publish-fonts.ts'
import { tidyStyles } from '../../markup/page/tidy-styles.ts'
import { fontFaceRule, fontFaces } from '../../../templates/shared/fonts.ts'

const sheets = ['shared/fallback-fonts.css', 'shared/tokens.css', 'shared/story.css', 'shared/page.css', 'amp/amp.css']

/** Bytes that AMP allows for `style[amp-custom]`. */
export const largestStyles = 75_000

/** All styles of the page at `path`, fonts among the assets. */
export async function stylesFor(path: string, context: RenderContext): Promise<string> {
  const fonts = await publishFonts(fontFaces, context)
  const styles = await Promise.all(sheets.map((sheet) => context.template(sheet)))
  const rules = fonts.map(({ face, asset, range }) => fontFaceRule(face, relativeHref(path, asset.path), range))
  return [...rules, ...styles.map(tidyStyles)].join('\n')
}
