import { fontFaceRule, fontFaces, isMainFont } from '../../../templates/shared/fonts.ts'
import type { Asset, RenderContext } from '../../contract/renderer.ts'
import { publishFonts } from '../../markup/page/publish-fonts.ts'
import { tidyStyles } from '../../markup/page/tidy-styles.ts'

const sheets = ['shared/fallback-fonts.css', 'shared/tokens.css', 'shared/story.css', 'shared/page.css']

/** The one stylesheet of all pages, and the font that their first paint waits for. */
export interface Stylesheet {
  sheet: Asset
  mainFont: Asset
}

/** Put the stylesheet and its fonts among the assets. They are neighbours there, so the sheet names fonts by file name alone. */
export async function publishStylesheet(context: RenderContext): Promise<Stylesheet> {
  const fonts = await publishFonts(fontFaces, context)
  const styles = await Promise.all(sheets.map((path) => context.template(path)))
  const main = fonts.find(({ face }) => isMainFont(face))
  if (!main) throw new Error('Expected the main font among the faces in templates/shared/fonts.ts.')
  const rules = fonts.map(({ face, asset, range }) => fontFaceRule(face, asset.path.replace(/^assets\//, ''), range))
  const css = [...rules, ...styles.map(tidyStyles)].join('\n')
  return { sheet: context.asset(new TextEncoder().encode(css), 'page', 'css'), mainFont: main.asset }
}
