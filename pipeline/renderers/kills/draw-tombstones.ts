import type { Element } from 'hast'
import type { TombstoneView } from '../../../templates/kills/body.tsx'
import { ampPage, page } from '../../../templates/kills/page.tsx'
import { fontFaceRule, fontFaces } from '../../../templates/shared/fonts.ts'
import { pageStyles } from '../../../templates/shared/page-styles.ts'
import { rootHref } from '../../ast/addresses.ts'
import type { Edition } from '../../ast/edition.ts'
import type { Logo } from '../../ast/story-view.ts'
import type { EditionContext } from '../../contract/edition.ts'
import type { Artifact } from '../../contract/renderer.ts'
import { formatDay } from '../../markup/format-date.ts'
import { drawLogo } from '../../markup/page/draw-logo.ts'
import { prepareLogo } from '../../markup/page/picture-files.ts'
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
  const [ofAmp, ofHtml] = [tombstones.filter(({ isAmp }) => isAmp), tombstones.filter(({ isAmp }) => !isAmp)]
  return [...(await drawEach(ofHtml, openHtml, context)), ...(await drawEach(ofAmp, openAmp, context))]
}

type Draw = (tombstone: Tombstone, view: TombstoneView) => Element

/** Lay out what all pages of one kind share, if there are any, and draw them. */
async function drawEach(tombstones: readonly Tombstone[], open: (context: EditionContext) => Promise<Draw>, context: EditionContext): Promise<Artifact[]> {
  if (tombstones.length === 0) return []
  const draw = await open(context)
  return tombstones.map((one) => finish(draw(one, viewOf(one, context)), one))
}

async function openHtml(context: EditionContext): Promise<Draw> {
  const { publication } = context
  const [logo, style, ...sheets] = await Promise.all([logoOf(context), publishStylesheet(pageStyles, context), ...ownSheets.map((sheet) => context.template(sheet))])
  const own = context.asset(new TextEncoder().encode(sheets.map(tidyStyles).join('\n')), 'kills', 'css')
  const stylesheets = [style.sheet, own].map(({ path }) => rootHref(publication, path))
  const mainFont = rootHref(publication, style.mainFont.path)
  return (_, view) => page(view, { title: titleOf(view), stylesheets, mainFont, ...(logo ? { icon: logo.href } : {}) }, logo?.drawn)
}

async function openAmp(context: EditionContext): Promise<Draw> {
  const [logo, fonts, ...sheets] = await Promise.all([logoOf(context), publishFonts(fontFaces, context), ...[...pageStyles.sheets, ...ownSheets].map((sheet) => context.template(sheet))])
  const styles = [...fonts.map(({ face, asset, range }) => fontFaceRule(face, rootHref(context.publication, asset.path), range)), ...sheets.map(tidyStyles)].join('\n')
  return ({ story, file }, view) => ampPage(view, { title: titleOf(view), canonical: story.files.find(({ rel }) => rel === 'page')?.url ?? file.url, styles }, logo?.drawn)
}

/** The logo as the masthead shows it, and where it lies; a server shows the page at each address that is gone, however deep, so nothing is seen from its own. */
async function logoOf(context: EditionContext): Promise<{ href: string; drawn: Logo } | undefined> {
  const logo = await prepareLogo(context)
  if (logo === undefined) return undefined
  const href = rootHref(context.publication, logo.asset.path)
  return { href, drawn: drawLogo(logo, context.publication, href) }
}

/** What the page says: in the language of the newspaper that the story is withdrawn, and in that of the story why. */
function viewOf({ story: { retraction, language, direction } }: Tombstone, { publication, links }: EditionContext): TombstoneView {
  const words = wordsFor(publication.language)
  const [front] = links('front')
  const home = front ? rootHref(publication, front.path) : `${publication.url}/`
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
