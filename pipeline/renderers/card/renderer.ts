import type { Article } from '../../ast/article.ts'
import { defineRenderer, type Artifact, type PlannedFile, type RenderContext } from '../../contract/renderer.ts'
import { readTokens } from './card-colours.ts'
import { isRightToLeft, loadFonts } from './card-fonts.ts'
import { writeRecord } from './card-record.ts'
import { sizeRules, type CardSize, type SizeRules } from './card-sizes.ts'
import { cardWords, mannerOf } from './card-words.ts'
import { openPhoto, type Photo } from './crop-photo.ts'
import { drawCard, type StoryCard } from './draw-card.ts'
import type { DrawnCard } from './drawn-card.ts'
import { encodeCard } from './encode-card.ts'
import { dropEmoji, dropUndrawable, placeOf } from './legible-words.ts'
import { measureHeadline } from './measure-headline.ts'
import { nodeAnswers } from './node-answers.ts'
import { cardOptions, type CardOptions } from './options.ts'
import { readCard } from './read-card.ts'
import { layOver } from './lay-over.ts'
import { giveRoom } from './pixel-room.ts'
import { groundOf } from './ground-of.ts'
import { snapshotCard } from './snapshot-card.ts'
import { cardCheck } from './validate-card.ts'

/** Pictures of a story for social networks, and the cover of its EPUB: the photo, the headline, and whose it is. */
export const card = defineRenderer<CardOptions>({
  name: 'card',
  title: 'Social cards',
  inputs: [],
  nodes: nodeAnswers,
  options: cardOptions,

  // A card shows no body: a comma that is mended in the text redraws none.
  part: ({ standfirst: _standfirst, contributors: _contributors, follow: _follow, ...article }) => ({ ...article, body: { type: 'root', children: [] }, related: [], corrections: [], tags: [] }),

  plan: (article, options) => sizesOf(options).map((size) => planned(article, size)),

  async render(article, context) {
    const wanted = new Set(context.planned.map(({ path }) => path))
    const sizes = sizesOf(context.options).filter((size) => wanted.has(planned(article, size).path))
    const [story, photo] = await Promise.all([prepareCards(article, context), photoOf(article, sizes, context)])
    context.signal.throwIfAborted()
    // At once: satori works on this thread, while the others cut and encode.
    const cards = await Promise.all(sizes.map((size) => renderSize(article, story, photo, size)))
    for (const { size, left } of cards) if (left !== undefined) context.report('card/headline-cut', placeOf(article, 'headline'), { size, left, lines: sizeRules[size].maxLines })
    return cards.map(({ artifact }) => artifact)
  },

  checks: [cardCheck],

  async text({ bytes }) {
    return (await readCard(bytes)).words
  },

  addresses: async () => [],

  snapshot: snapshotCard,
})

function sizesOf({ sizes }: CardOptions): CardSize[] {
  return [...new Set(sizes), 'cover']
}

function planned({ path }: Article, size: CardSize): PlannedFile {
  const { width, height } = sizeRules[size]
  const audience = size === 'cover' ? 'input' : 'public'
  return { path: `${path}/card-${size}.jpg`, mediaType: 'image/jpeg', rel: `card-${size}`, width, height, audience, holds: 'headline' }
}

/** Choose the words, load their fonts and measure the headline: once for all sizes. */
export async function prepareCards(article: Article, context: RenderContext<CardOptions>): Promise<StoryCard> {
  const wished = dropEmoji(cardWords(article, context.publication), article, context.report)
  const said = Object.values(wished).join(' ')
  const [fonts, css] = await Promise.all([loadFonts(said, context), context.template('shared/tokens.css')])
  const { headline, missing } = await measureHeadline(wished, fonts)
  const words = dropUndrawable(wished, missing, article, context.report)
  return {
    words, fonts, direction: article.direction, isRightToLeft: isRightToLeft(said), tokens: readTokens(new TextDecoder().decode(css)),
    headline: words.headline ? headline : { ...headline, pieces: [] },
  }
}

/** One card, and the words of the headline that it has no room for. */
async function renderSize(article: Article, story: StoryCard, photo: Photo | undefined, size: CardSize): Promise<{ size: CardSize; artifact: Artifact; left?: string }> {
  const rules = sizeRules[size]
  const drawing = drawCard(story, rules, photo ? 'photo' : 'paper')
  const [{ drawn, left }, ground] = await Promise.all([drawing, groundOf(photo, rules, mannerOf(story.words.kind), drawing)])
  layOver(ground, drawn)
  const bytes = await encodeCard(ground, rules, recordOf(article, drawn, photo !== undefined))
  if (rules.photo === 'above') giveRoom(ground)
  return { size, artifact: { path: planned(article, size).path, mediaType: 'image/jpeg', bytes }, ...(left === undefined ? {} : { left }) }
}

async function photoOf(article: Article, sizes: readonly CardSize[], context: RenderContext<CardOptions>): Promise<Photo | undefined> {
  if (!article.lead) return undefined
  const { picture } = article.lead
  const small = picture.mediaType === 'image/svg+xml' ? undefined : context.options.sizes.find((size) => isSmallFor(picture, sizeRules[size]))
  if (small) {
    const { width, height } = sizeRules[small]
    context.report('card/small-photo', placeOf(article, 'photo'), { width: picture.width, height: picture.height, size: small, needed: `${width} × ${height}` })
  }
  // The cover of a book takes what serves a card for stories, which has its shape.
  return openPhoto(picture, sizes.map((size) => sizeRules[size === 'cover' ? 'story' : size]), context)
}

function isSmallFor(picture: { width: number; height: number }, { width, height }: SizeRules): boolean {
  return picture.width * 2 < width || picture.height * 2 < height
}

function recordOf({ language, lead, rights }: Article, { lines }: DrawnCard, hasPhoto: boolean): string {
  const copyright = lead?.copyright ?? rights?.notice
  return writeRecord({ lines, language, ...(hasPhoto && lead?.credit ? { credit: lead.credit } : {}), ...(copyright ? { copyright } : {}) })
}
