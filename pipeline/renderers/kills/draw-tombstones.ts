import type { Element } from 'hast'
import type { TombstoneView } from '../../../templates/kills/body.tsx'
import { ampPage, page } from '../../../templates/kills/page.tsx'
import { fontFaceRule, fontFaces } from '../../../templates/shared/fonts.ts'
import { pageStyles } from '../../../templates/shared/page-styles.ts'
import { publicUrl } from '../../ast/addresses.ts'
import type { Edition } from '../../ast/edition.ts'
import type { EditionContext } from '../../contract/edition.ts'
import type { Artifact } from '../../contract/renderer.ts'
import { formatDay } from '../../markup/format-date.ts'
import { drawLogo } from '../../markup/page/draw-logo.ts'
import { prepareLogo, type Cut } from '../../markup/page/picture-files.ts'
import { publishFonts } from '../../markup/page/publish-fonts.ts'
import { publishStylesheet } from '../../markup/page/publish-stylesheet.ts'
import { tidyStyles } from '../../markup/page/tidy-styles.ts'
import { wordsFor } from '../../markup/words.ts'
import { writePage } from '../../markup/write-html.ts'
import { directionOf } from '../../resolve/language.ts'
import { tombstonesOf, type Tombstone } from './plan-kills.ts'

const ownSheets = ['shared/notice.css', 'kills/kills.css']

/** Draw the pages in the place of killed stories; without any, nothing is put among the assets. */
export async function drawTombstones(edition: Edition, context: EditionContext): Promise<Artifact[]> {
  const tombstones = tombstonesOf(edition)
  if (tombstones.length === 0) return []
  const logo = await prepareLogo(context)
  return Promise.all(tombstones.map((one) => (one.isAmp ? drawAmp(one, logo, context) : drawHtml(one, logo, context))))
}

async function drawHtml(tombstone: Tombstone, logo: Cut | undefined, context: EditionContext): Promise<Artifact> {
  const near = fromRoot(context)
  const [style, ...sheets] = await Promise.all([publishStylesheet(pageStyles, context), ...ownSheets.map((sheet) => context.template(sheet))])
  const own = context.asset(new TextEncoder().encode(sheets.map(tidyStyles).join('\n')), 'kills', 'css')
  const view = viewOf(tombstone, context)
  const head = { title: titleOf(view), stylesheets: [near(style.sheet.path), near(own.path)], mainFont: near(style.mainFont.path), ...(logo ? { icon: near(logo.asset.path) } : {}) }
  return finish(page(view, head, logo && drawLogo(logo, context.publication, near(logo.asset.path))), tombstone)
}

async function drawAmp(tombstone: Tombstone, logo: Cut | undefined, context: EditionContext): Promise<Artifact> {
  const { story, file } = tombstone
  const near = fromRoot(context)
  const fonts = await publishFonts(fontFaces, context)
  const sheets = await Promise.all([...pageStyles.sheets, ...ownSheets].map((sheet) => context.template(sheet)))
  const styles = [...fonts.map(({ face, asset, range }) => fontFaceRule(face, near(asset.path), range)), ...sheets.map(tidyStyles)].join('\n')
  const view = viewOf(tombstone, context)
  const canonical = story.files.find(({ rel }) => rel === 'page')?.url ?? file.url
  return finish(ampPage(view, { title: titleOf(view), canonical, styles }, logo && drawLogo(logo, context.publication, near(logo.asset.path))), tombstone)
}

/** A server shows the page at each address that is gone, however deep; so it is not seen from its own. */
function fromRoot({ publication }: Pick<EditionContext, 'publication'>): (to: string) => string {
  return (to) => new URL(publicUrl(publication, to)).pathname
}

/** What the page says: in the language of the newspaper that the story is withdrawn, and in that of the story why. */
function viewOf({ story: { retraction, language, direction } }: Tombstone, { publication, links }: EditionContext): TombstoneView {
  const words = wordsFor(publication.language)
  const [front] = links('front')
  const home = front ? fromRoot({ publication })(front.path) : `${publication.url}/`
  return {
    language: publication.language,
    direction: directionOf(publication.language),
    words,
    publication: { name: publication.name, ...(publication.slogan === undefined ? {} : { slogan: publication.slogan }), url: home, language: publication.language },
    notice: {
      title: words.withdrawn,
      ...(retraction ? { text: retraction.text, date: formatDay(retraction.date, publication.language, publication.timezone) } : {}),
      ...(language === publication.language ? {} : { textIn: { language, direction } }),
      link: { href: home, words: words.toFrontPage },
    },
  }
}

function titleOf({ words, publication }: TombstoneView): string {
  return `${words.withdrawn.replace(/\.$/, '')} | ${publication.name}`
}

function finish(tree: Element, { file: { path, mediaType }, isAmp }: Tombstone): Artifact {
  return { path, mediaType, bytes: writePage(tree, { upperDoctype: !isAmp }) }
}
