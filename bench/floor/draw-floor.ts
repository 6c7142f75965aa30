import { renderAsync } from '@resvg/resvg-js'
import satori from 'satori'
import type { JSXElement } from 'satori/jsx'
import type { Article } from '../../pipeline/ast/article.ts'
import { loadSharp } from '../../pipeline/pictures/load-sharp.ts'
import type { CardFonts } from '../../pipeline/renderers/card/card-fonts.ts'
import { sizeRules, socialSizes, type SizeRules } from '../../pipeline/renderers/card/card-sizes.ts'
import { cropFor, openPhoto, type Crop } from '../../pipeline/renderers/card/crop-photo.ts'
import { drawCard, layOutCard } from '../../pipeline/renderers/card/draw-card.ts'
import { shadeOf } from '../../pipeline/renderers/card/ground-of.ts'
import { card, prepareCards } from '../../pipeline/renderers/card/renderer.ts'
import type { Rows } from '../../pipeline/renderers/card/drawn-card.ts'
import { fadeAt, shadeGrey, shadeUnderWordsAt } from '../../templates/card/shade.ts'
import { section } from '../measure/sections.ts'
import { openStories, type OpenStories } from './open-stories.ts'
import { severalAtOnce, widths } from './several-at-once.ts'

/*
 * The floor of cards: a bare satori + resvg + sharp loop over the elements, fonts and crops of our renderer, with the shade under the words
 * as a gradient of the same stops. Each photo is decoded once for its three cards, and encoded as ours are. What was laid out,
 * fitted and found in the photo before is not measured.
 *
 *   node draw-floor.js NEWSPAPER
 */
interface BareCard {
  element: JSXElement
  fonts: CardFonts
  rules: SizeRules
  /** In pixels of the original. */
  crop: Crop
}

interface BareStory {
  photo: Uint8Array
  cards: readonly BareCard[]
}

const [newspaper = ''] = process.argv.slice(2)
const open = await openStories(newspaper)
const bare: BareStory[] = []
for (const story of open.stories) bare.push(await layOut(story, open))
await open.close()
await drawStory(bare[0])
for (const width of widths) await section(String(width), () => severalAtOnce(width, bare, drawStory))

async function layOut(article: Article, { contextFor, source }: OpenStories): Promise<BareStory> {
  const picture = article.lead?.picture
  if (!picture) throw new Error(`${article.slug} has no lead photo.`)
  const context = await contextFor(card, article)
  const all = socialSizes.map((size) => sizeRules[size])
  const [story, photo] = await Promise.all([prepareCards(article, context), openPhoto(picture, all, context)])
  const cards: BareCard[] = []
  for (const rules of all) {
    const { element } = layOutCard(story, rules, 'photo')
    const { drawn } = await drawCard(story, rules, 'photo')
    const shaded = onShade(element, rules, drawn.words, shadeOf(photo, rules))
    cards.push({ element: shaded, fonts: story.fonts, rules, crop: scaled(cropFor(photo, rules), picture.width / photo.width) })
  }
  return { photo: await source(picture.src), cards }
}

/** The words of a card over the shade that our renderer lays onto the photo itself. */
function onShade(element: JSXElement, { width, height, fade }: SizeRules, words: Rows, opacity: number): JSXElement {
  const band = (top: number, high: number, opacityAt: (part: number) => number): JSXElement => {
    const stops = Array.from({ length: 9 }, (_, index) => `rgba(${shadeGrey},${shadeGrey},${shadeGrey},${opacityAt(index / 8).toFixed(3)}) ${index * 12.5}%`)
    const style = { display: 'flex', position: 'absolute', left: 0, top, width, height: high, backgroundImage: `linear-gradient(to bottom, ${stops.join(', ')})` }
    return { type: 'div', key: null, props: { style } }
  }
  const bands = [band(words.top - fade, fade, (part) => fadeAt(part, opacity)), band(words.top, words.height, (part) => shadeUnderWordsAt(part, opacity))]
  return { type: 'div', key: null, props: { style: { display: 'flex', width, height }, children: [...bands, element] } }
}

function scaled({ left, top, width, height }: Crop, factor: number): Crop {
  return { left: Math.floor(left * factor), top: Math.floor(top * factor), width: Math.floor(width * factor), height: Math.floor(height * factor) }
}

async function drawStory(story: BareStory | undefined): Promise<void> {
  if (!story) return
  const sharp = await loadSharp()
  const { data, info } = await sharp(story.photo).toColourspace('srgb').removeAlpha().raw().toBuffer({ resolveWithObject: true })
  for (const bareCard of story.cards) await drawOne(bareCard, data, info)
}

async function drawOne({ element, fonts, rules: { width, height }, crop }: BareCard, photo: Buffer, info: { width: number; height: number }): Promise<Buffer> {
  const sharp = await loadSharp()
  const under = await sharp(photo, { raw: { width: info.width, height: info.height, channels: 3 } }).extract(crop).resize(width, height, { fit: 'fill' }).raw().toBuffer()
  const svg = await satori(element, { width, height, fonts: fonts.files, pointScaleFactor: 1 })
  const { pixels } = await renderAsync(svg, { font: { loadSystemFonts: false } })
  return sharp(under, { raw: { width, height, channels: 3 } })
    .composite([{ input: pixels, raw: { width, height, channels: 4 }, premultiplied: true }])
    .removeAlpha()
    .jpeg({ quality: 84, chromaSubsampling: '4:4:4', optimiseCoding: false })
    .toBuffer()
}
