import type { Root } from 'hast'
import { toString } from 'hast-util-to-string'
import { visit } from 'unist-util-visit'
import type { Article } from '../../ast/article.ts'
import type { Picture } from '../../ast/small-types.ts'
import type { Logo, StoryView } from '../../ast/story-view.ts'
import type { RenderContext } from '../../contract/renderer.ts'
import { formatDay } from '../../markup/format-date.ts'
import { picturesOf } from '../../markup/pictures-of.ts'
import { viewStory } from '../../markup/view-story.ts'
import { writeHtml } from '../../markup/write-html.ts'
import type { MemoryFiles } from '../../tools/browser/serve-from-memory.ts'
import { wordmarkRatio } from '../../markup/page/draw-logo.ts'
import { pageRule, type RunningFoot } from '../../../templates/pdf/page-rule.ts'
import type { Setting } from '../../../templates/pdf/paper.ts'
import { printedPage } from '../../../templates/pdf/page.tsx'
import { isBrief, settingsFor, type Settings } from './choose-setting.ts'
import { fontFiles } from './font-files.ts'
import { numberLinks } from './number-links.ts'
import type { PdfOptions } from './pdf-options.ts'
import { fetchPictures, type PrintPictures } from './print-pictures.ts'
import { withPrintedMarkup } from './printed-markup.ts'

/** A document for the printer: its HTML, and the files that it asks for. */
export interface PrintDocument {
  html(setting: Setting): string
  /** Ways to set it, the one that a print editor would choose first. */
  settings: Settings
  /** All words on it, for the check that each letter was printed. */
  words: string
  /** The words of each heading, in order. */
  headings: readonly string[]
  files: MemoryFiles
}

/** Make the page of a story. Everything that it shows is fetched first; fonts are handed out as the browser asks for them. */
export async function makePrintDocument(article: Article, context: RenderContext<PdfOptions>): Promise<PrintDocument> {
  const { publication, options } = context
  const settings = settingsFor(article, options)
  const [first] = settings
  const paper = options.page
  const logo = publication.logo
  const pictures = await fetchPictures([...picturesOf(article), ...logoOf(logo, publication.name)], { paper, columns: first.columns }, context)
  const story = viewStory(article, {
    publication,
    audience: 'private',
    drawPicture: pictures.draw,
    // A file of the story’s own is played on its page.
    mediaHref: () => article.url,
    figureRole: 'group',
  })
  const { view, notes } = numberLinks(withPrintedMarkup(story))
  const foot = footOf(view, article, publication.timezone)
  const fonts = await fontFiles(context)
  const css = [fonts.css, await stylesheet('shared/tokens.css', context), await stylesheet('pdf/print.css', context), pageRule(paper, foot)].join('\n')
  const page = (setting: Setting) => printedPage(view, {
    paper, setting, css, notes, isBrief: isBrief(article),
    footLetters: [...foot.line, '·', foot.address, foot.page, foot.pageOf, '0123456789'].join(' '),
    logo: logo && drawLogo(logo, publication.name, pictures),
  })
  const shown = page(first)
  return {
    html: (setting) => writeHtml(page(setting)), settings, words: wordsOf(shown), headings: headingsOf(shown),
    files: async (path) => pictures.files.get(path) ?? (await fonts.file(path)),
  }
}

/** The words that a page shows: those of its body, but for the hidden ones of the running foot, which come first. */
function wordsOf(page: Root): string {
  const [body] = page.children.flatMap((child) => (child.type === 'element' ? child.children : [])).slice(-1)
  return body?.type === 'element' ? body.children.slice(1).map((child) => toString(child)).join('') : ''
}

function headingsOf(page: Root): string[] {
  const headings: string[] = []
  visit(page, 'element', (element) => {
    if (/^h[1-6]$/.test(element.tagName)) headings.push(toString(element).replaceAll('\u00AD', '').replace(/\s+/g, ' ').trim())
  })
  return headings
}

function logoOf(picture: Picture | undefined, alt: string) {
  return picture ? [{ picture, alt, place: 'logo' as const }] : []
}

/** A wordmark says the name; any other logo stands beside it and needs no words. */
function drawLogo(logo: Picture, name: string, { draw }: Pick<PrintPictures, 'draw'>): Logo {
  const isWordmark = logo.width / logo.height >= wordmarkRatio
  return { image: draw(logo, isWordmark ? name : '', 'logo'), isWordmark }
}

function footOf({ publication, words, direction }: StoryView, article: Article, timezone: string): RunningFoot {
  const day = formatDay(article.published, article.language, timezone).text
  return { line: [publication.name, day], address: decodeURI(article.url), page: words.page, pageOf: words.pageOf, direction }
}

async function stylesheet(path: string, { template }: Pick<RenderContext, 'template'>): Promise<string> {
  return new TextDecoder().decode(await template(path))
}
