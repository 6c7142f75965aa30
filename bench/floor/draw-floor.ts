import { renderAsync } from '@resvg/resvg-js'
import satori from 'satori'
import type { JSXElement } from 'satori/jsx'
import type { Article } from '../../pipeline/ast/article.ts'
import { loadSharp } from '../../pipeline/pictures/load-sharp.ts'
import type { CardFonts } from '../../pipeline/renderers/card/card-fonts.ts'
import { sizeRules, socialSizes, type SizeRules } from '../../pipeline/renderers/card/card-sizes.ts'
import { cropFor, cropPhoto, openPhoto, type Crop } from '../../pipeline/renderers/card/crop-photo.ts'
import { layOutCard } from '../../pipeline/renderers/card/draw-card.ts'
import { card, prepareCards } from '../../pipeline/renderers/card/renderer.ts'
import { shadeFor } from '../../pipeline/renderers/card/shade-photo.ts'
import { section } from '../measure/sections.ts'
import { openStories, type OpenStories } from './open-stories.ts'
import { severalAtOnce, widths } from './several-at-once.ts'

/*
 * The floor of cards: a bare satori + resvg + sharp loop over the elements, fonts and crops of our renderer. Each photo is
 * decoded once for its three cards. What was laid out, fitted, cropped and shaded before is not measured.
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
  const [story, photo] = await Promise.all([prepareCards(article, context), openPhoto(picture, context)])
  const cards: BareCard[] = []
  for (const size of socialSizes) {
    const rules = sizeRules[size]
    const shade = await shadeFor(await cropPhoto(photo, rules, false), rules)
    const { element } = layOutCard(story, rules, { kind: 'photo', shade })
    cards.push({ element, fonts: story.fonts, rules, crop: scaled(cropFor(photo, rules), picture.width / photo.width) })
  }
  return { photo: await source(picture.src), cards }
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
    .jpeg({ quality: 84, progressive: true, chromaSubsampling: '4:4:4' })
    .toBuffer()
}
