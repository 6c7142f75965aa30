import { front } from '../../../templates/site/front.tsx'
import { notice } from '../../../templates/shared/notice.tsx'
import { section as sectionContent } from '../../../templates/site/section.tsx'
import { publicUrl } from '../../ast/addresses.ts'
import type { Edition, EditionStory } from '../../ast/edition.ts'
import type { Section } from '../../ast/publication.ts'
import type { EditionContext } from '../../contract/edition.ts'
import type { Artifact } from '../../contract/renderer.ts'
import { jsonLdText } from '../../markup/json-ld.ts'
import { labelOf } from '../../markup/label-of.ts'
import { sizedImage } from '../../markup/page/sized-images.ts'
import { wordsFor } from '../../markup/words.ts'
import { arrangeFront, sectionsOf, storiesIn } from './arrange.ts'
import type { SiteOptions } from './options.ts'
import { frontPage, notFoundPage, oldAddresses, redirectPage, sectionPage, type OldAddress } from './plan-site.ts'
import { finishPage, nearFrom, openSiteDesk, type SiteDesk } from './site-desk.ts'
import { frontJsonLd, sectionJsonLd } from './site-json-ld.ts'
import { viewTeaser, type TeaserPage } from './view-teaser.ts'

/** Draw every page around the stories. */
export async function drawSite(edition: Edition, context: EditionContext<SiteOptions>): Promise<Artifact[]> {
  const desk = await openSiteDesk(edition, context)
  const redirects = reportTaken(edition, context)
  return [
    drawFront(desk, context.options),
    ...sectionsOf(edition).map((section) => drawSection(section, desk, context.options)),
    drawNotFound(desk),
    ...redirects.map(({ address, story }) => drawRedirect(address, story, desk)),
  ]
}

/** The earlier addresses that lead on: those that were planned. The plan has seen every story, so another may be in the way of the rest. */
function reportTaken(edition: Edition, { planned, report }: EditionContext): OldAddress[] {
  const paths = new Set(planned.map(({ path }) => path))
  const { redirects, taken } = oldAddresses(edition)
  const isPlanned = ({ address }: OldAddress): boolean => paths.has(redirectPage(address).path)
  const others = redirects.filter((one) => !isPlanned(one)).map((one) => ({ ...one, by: 'another story' }))
  for (const { address, story, by } of [...taken, ...others]) report('site/old-address-taken', { file: story.source }, { address, by })
  return redirects.filter(isPlanned)
}

function drawFront(desk: SiteDesk, options: SiteOptions): Artifact {
  const { edition, context: { publication } } = desk
  const { top, blocks } = arrangeFront(edition, options)
  const page = teaserPage(frontPage.path, desk)
  const content = front({
    words: wordsFor(publication.language),
    top: top.map((story, index) => viewTeaser(story, index === 0 ? 'lead' : 'card', page)),
    blocks: blocks.map(({ section, stories }) => ({
      title: section?.name ?? wordsFor(publication.language).latest,
      ...(section ? { href: nearFrom(frontPage.path, publication.url)(sectionPage(section.id).path) } : {}),
      stories: stories.map((story) => viewTeaser(story, 'card', { ...page, section: section?.id })),
    })),
  })
  const description = publication.slogan ?? publication.name
  const jsonLd = jsonLdText(frontJsonLd([...top, ...blocks.flatMap(({ stories }) => stories)], publication, logoOf(desk)))
  return finishPage({ file: frontPage, kind: 'front', head: { title: titleOf(publication), description, isIndexed: true, jsonLd, ...imageOf(top[0], desk) }, content }, desk)
}

function drawSection(section: Section, desk: SiteDesk, options: SiteOptions): Artifact {
  const { edition, context: { publication } } = desk
  const file = sectionPage(section.id)
  const stories = storiesIn(section, edition, options)
  const page = teaserPage(file.path, desk, section)
  const content = sectionContent(section.name, stories.map((story, index) => viewTeaser(story, index === 0 ? 'lead' : 'row', page)))
  const jsonLd = jsonLdText(sectionJsonLd(section, stories, publication))
  return finishPage({ file, kind: 'section', head: { title: `${section.name} | ${publication.name}`, description: `${section.name}: ${publication.name}`, isIndexed: true, jsonLd, ...imageOf(stories[0], desk) }, content }, desk)
}

function drawNotFound(desk: SiteDesk): Artifact {
  const { context: { publication } } = desk
  const { notFound, toFrontPage } = wordsFor(publication.language)
  const link = { href: nearFrom(notFoundPage.path, publication.url)(frontPage.path), words: toFrontPage }
  return finishPage({ file: notFoundPage, kind: 'notice', head: { title: `${notFound.title} | ${publication.name}`, isIndexed: false }, content: notice({ ...notFound, link }) }, desk)
}

/** The page at an earlier address of a story: browsers go on at once, search engines take the new address, and readers find a link. */
function drawRedirect(address: string, story: EditionStory, desk: SiteDesk): Artifact {
  const { direction, context: { publication } } = desk
  const file = redirectPage(address)
  const [title, label] = [wordsFor(publication.language).moved, labelOf(story)]
  const link = {
    href: nearFrom(file.path, publication.url)(`${story.path}/index.html`), words: story.headline,
    ...(story.language === publication.language ? {} : { language: story.language }),
    ...(story.direction === direction ? {} : { direction: story.direction }),
  }
  return finishPage({ file, kind: 'notice', head: { title: `${title} | ${publication.name}`, isIndexed: false, movedTo: story.url }, canonical: story.canonical, content: notice({ title, link, ...(label ? { label } : {}) }) }, desk)
}

function teaserPage(path: string, { context, direction, pictures }: SiteDesk, section?: Section): TeaserPage {
  return { path, publication: context.publication, direction, pictures, section: section?.id }
}

function titleOf({ name, slogan }: EditionContext['publication']): string {
  return slogan === undefined ? name : `${name}: ${slogan}`
}

/** The picture of the first story, for those who share the page. */
function imageOf(story: EditionStory | undefined, { pictures, context: { publication } }: SiteDesk): { image?: { url: string; width: number; height: number; alt: string } } {
  const [cut] = story?.lead ? pictures.of(story.lead.picture, 'lead').fallback : []
  return story?.lead && cut ? { image: { url: publicUrl(publication, cut.asset.path), width: cut.width, height: cut.height, alt: story.lead.alt } } : {}
}

function logoOf({ logo }: SiteDesk) {
  return logo && sizedImage(logo)
}
