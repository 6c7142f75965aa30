import { createHash } from 'node:crypto'
import sharp from 'sharp'
import type { Article } from '../../pipeline/ast/article.ts'
import type { Publication } from '../../pipeline/ast/publication.ts'
import { reportInto } from '../../pipeline/contract/catalogue.ts'
import type { Diagnostic } from '../../pipeline/contract/diagnostic.ts'
import type { Artifact, RenderContext } from '../../pipeline/contract/renderer.ts'
import { card } from '../../pipeline/renderers/card/renderer.ts'
import type { CardOptions } from '../../pipeline/renderers/card/options.ts'
import { nothingObserved } from '../../pipeline/run/observed.ts'
import { renderContext } from '../../pipeline/run/render-context.ts'
import { judge } from './judge.ts'
import { picturesInMemory } from './pictures-in-memory.ts'

/** Cards of stories that no file holds: real fonts, templates and picture cutting, and photos that are drawn for the test. */
export interface DrawnCards {
  artifacts: readonly Artifact[]
  found: Diagnostic[]
  /** The card of one size, by its name. */
  bytes(size: string): Uint8Array
  /** Let the renderer check its cards, or some in their place. */
  validate(artifacts?: readonly Artifact[]): Promise<Diagnostic[]>
}

/** A plain news story; a card shows little more of one than this. */
export const newsStory: Article = {
  type: 'article', schemaVersion: 1, source: 'articles/strike.md', slug: 'strike', id: 'strike', formerly: [],
  headline: 'Port workers vote to end the strike that emptied the harbour', kicker: 'Labour',
  headlines: { social: 'Port workers vote to end strike', seo: 'Port workers vote to end strike', print: 'Strike ends' },
  tone: 'news', commercial: 'none', byline: [{ name: 'Ana Duarte' }, { name: 'Tomasz Lis' }], tags: [], status: 'usable', corrections: [],
  access: { level: 'free' }, places: {}, body: { type: 'root', children: [] },
  section: { id: 'world', name: 'World' }, published: '2026-03-04T18:05:00+01:00', language: 'en-GB', direction: 'ltr', related: [],
  path: 'world/strike', url: 'https://post.example/world/strike/', canonical: 'https://post.example/world/strike/',
}

const publication: Publication = {
  name: 'The Harbour Post', url: 'https://post.example', language: 'en-GB', timezone: 'Europe/London', social: {}, sections: [], front: [],
}

/** A story with a lead photo of one colour. */
export async function withPhoto(story: Article, colour: string, width = 2000, height = 1400): Promise<{ story: Article; photo: Buffer }> {
  const photo = await sharp({ create: { width, height, channels: 3, background: colour } }).jpeg().toBuffer()
  const sha256 = createHash('sha256').update(photo).digest('hex')
  const picture = { src: 'media/photo.jpg', sha256, mediaType: 'image/jpeg' as const, width, height, bytes: photo.length }
  const lead = { type: 'figure' as const, id: 'lead', src: 'media/photo.jpg', alt: 'A quay.', credit: 'Ewa Nowak/Agency', picture, children: [] }
  return { story: { ...story, lead }, photo }
}

/** Draw the cards of a story, with its photo where it has one. */
export async function drawCards(story: Article, photo: Buffer = Buffer.alloc(0), change: Partial<Publication> = {}, options: CardOptions = card.options.parse({})): Promise<DrawnCards> {
  const found: Diagnostic[] = []
  const context = contextFor(story, photo, { ...publication, ...change }, options, found)
  const artifacts = await card.render(story, context)
  return {
    artifacts,
    found,
    bytes(size) {
      const artifact = artifacts.find(({ path }) => path.endsWith(`card-${size}.jpg`))
      if (!artifact) throw new Error(`There is no card ${size}.`)
      return artifact.bytes
    },
    async validate(judged = artifacts) {
      return judge(card, judged, story, publication, options)
    },
  }
}

function contextFor(article: Article, photo: Buffer, paper: Publication, options: CardOptions, found: Diagnostic[]): RenderContext<CardOptions> {
  const original = async (path: string) => ({ path, bytes: photo })
  const pictures = picturesInMemory(original)
  const source = { read: original }
  return renderContext({
    article, options, publication: paper, signal: new AbortController().signal, links: [], landmarks: [], inputs: new Map(), source, pictures,
    planned: card.plan(article, options), observed: nothingObserved(), onAsset: () => {}, onPicture: () => {}, report: reportInto(found),
  }) as RenderContext<CardOptions>
}
