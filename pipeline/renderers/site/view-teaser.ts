import { relativeHref } from '../../ast/addresses.ts'
import type { EditionStory } from '../../ast/edition.ts'
import type { Publication } from '../../ast/publication.ts'
import type { TeaserView } from '../../ast/site-view.ts'
import { formatMoment } from '../../markup/format-date.ts'
import { labelOf } from '../../markup/label-of.ts'
import { wordsFor } from '../../markup/words.ts'
import { drawTeaserPicture, type TeaserPlace } from './draw-teaser-picture.ts'
import type { PictureFiles } from '../../markup/page/picture-files.ts'
import type { Direction } from './site-desk.ts'

/** The page that a teaser is for. */
export interface TeaserPage {
  path: string
  publication: Publication
  direction: Direction
  pictures: PictureFiles
  /** The id of the section whose name the page says itself. */
  section?: string | undefined
}

/** Tones that a reader takes for somebody's: their teasers name the author. */
const signed = new Set<EditionStory['tone']>(['opinion', 'analysis', 'review'])

/** A story as a page tells of it, in the story's own language; `place` is where its picture stands. */
export function viewTeaser(story: EditionStory, place: TeaserPlace, { path, publication, direction, pictures, section }: TeaserPage): TeaserView {
  const { language, byline, updated, published, corrections, access, lead, standfirst, kicker } = story
  const [label, words] = [labelOf(story), wordsFor(language)]
  const isSigned = byline.length > 0 && (place === 'lead' || signed.has(story.tone))
  const sectionName = story.section?.id === section || story.section?.name === label?.text ? undefined : story.section?.name
  const marks = [...(corrections.length > 0 ? [words.correctedMark] : []), ...(access === 'free' ? [] : [words.gatedMark[access]])]
  return {
    href: relativeHref(path, `${story.path}/index.html`),
    ...(language === publication.language ? {} : { language }),
    ...(story.direction === direction ? {} : { direction: story.direction }),
    ...(label ? { label } : {}),
    ...(sectionName === undefined ? {} : { section: sectionName }),
    ...(kicker === undefined || kicker === label?.text || kicker === sectionName ? {} : { kicker }),
    headline: story.headline,
    ...(standfirst === undefined ? {} : { standfirst }),
    ...(isSigned ? { byline: byline.map(({ name }) => name).join(', ') } : {}),
    published: formatMoment(place === 'lead' ? (updated ?? published) : published, language, publication.timezone),
    marks,
    ...(lead ? { picture: drawTeaserPicture(pictures, lead, place, path) } : {}),
    ...(lead?.credit ? { credit: lead.credit } : {}),
  }
}
