import { fontFaceRule, fontFaces, isMainFont, type FontFace } from '../../../templates/shared/fonts.ts'
import type { Asset, RenderContext } from '../../contract/renderer.ts'

const sheets = ['shared/fallback-fonts.css', 'shared/tokens.css', 'shared/story.css', 'shared/page.css']

/** The one stylesheet of all pages, and the font that their first paint waits for. */
export interface Stylesheet {
  sheet: Asset
  mainFont: Asset
}

/** Put the stylesheet and its fonts among the assets. They are neighbours there, so the sheet names fonts by file name alone. */
export async function publishStylesheet(context: RenderContext): Promise<Stylesheet> {
  const fonts = await Promise.all(fontFaces.map((face) => publishFont(face, context)))
  const styles = await Promise.all(sheets.map((path) => context.template(path)))
  const main = fonts.find(({ face }) => isMainFont(face))
  if (!main) throw new Error('Expected the main font among the faces in templates/shared/fonts.ts.')
  const css = [...fonts.map(({ rule }) => rule), ...styles.map((bytes) => withoutComments(new TextDecoder().decode(bytes)))].join('\n')
  return { sheet: context.asset(new TextEncoder().encode(css), 'page', 'css'), mainFont: main.asset }
}

async function publishFont(face: FontFace, context: RenderContext) {
  const [bytes, ranges] = await Promise.all([
    context.packageFile(face.packageName, face.file),
    context.packageFile(face.packageName, 'unicode.json'),
  ])
  const name = face.file.replace(/^files\//, '').replace(/\.woff2$/, '')
  const asset = context.asset(bytes, name, 'woff2')
  const range = (JSON.parse(new TextDecoder().decode(ranges)) as Record<string, string>)[face.script]
  if (range === undefined) throw new Error(`${face.packageName} has no range of letters for "${face.script}".`)
  return { face, asset, rule: fontFaceRule(face, asset.path.replace(/^assets\//, ''), range) }
}

/** Comments are for those who design the page, not for its readers. */
function withoutComments(css: string): string {
  return css.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\n\s*/g, '\n').trim()
}
