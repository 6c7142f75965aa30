import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Article } from '../../pipeline/ast/article.ts'
import { canonicalJson } from '../../pipeline/ast/canonical-json.ts'
import type { Link } from '../../pipeline/ast/small-types.ts'
import { withoutPlaces } from '../../pipeline/ast/without-places.ts'
import { reportInto } from '../../pipeline/contract/catalogue.ts'
import type { Diagnostic } from '../../pipeline/contract/diagnostic.ts'
import type { Artifact, RenderContext, Renderer } from '../../pipeline/contract/renderer.ts'
import { cutPicture } from '../../pipeline/pictures/cut-picture.ts'
import { renderers } from '../../pipeline/renderers/index.ts'
import { nothingObserved } from '../../pipeline/run/observed.ts'
import { openPictureDesk } from '../../pipeline/run/picture-desk.ts'
import { inHouse } from '../../pipeline/run/in-house.ts'
import { readNewsroom, type Newsroom } from '../../pipeline/run/read-newsroom.ts'
import { renderContext } from '../../pipeline/run/render-context.ts'
import { linkTo } from '../../pipeline/run/render-story.ts'
import { takeInHand } from '../../pipeline/run/take-in-hand.ts'
import { openWorkspace } from '../../pipeline/run/workspace.ts'
import type { StoriesForRenderer } from './describe-renderer.ts'

/** Folder of the stories that every renderer is tested with. */
export const fixtures = join(import.meta.dirname, '../articles')

/** A day on which all stories of the fixtures are public that ever will be. */
export const testDay = Date.parse('2026-11-23T12:00:00Z')

/** A newspaper as the pipeline reads it, for tests that draw single stories. */
export interface TestNewsroom extends StoriesForRenderer {
  newsroom: Newsroom
  /** Draw one story with fresh contexts; also what was reported and which shared files were asked for. */
  draw(renderer: Renderer, article: Article): Promise<{ artifacts: readonly Artifact[]; found: Diagnostic[]; assets: Map<string, Uint8Array> }>
  close(): Promise<void>
}

/** Open a newspaper of the disk with everything real: parser, resolver, pictures, contexts. */
export async function openNewsroom(folder = fixtures, now = testDay): Promise<TestNewsroom> {
  const newsroom = await readNewsroom(folder, now)
  if (!('stories' in newsroom)) throw new Error(newsroom.diagnostics.map(({ reason }) => reason).join('\n'))
  const scratch = await mkdtemp(join(tmpdir(), 'galley-test-'))
  const workspace = await openWorkspace(scratch)
  const original = async (path: string) => {
    const file = await newsroom.source.read(path)
    if ('problem' in file) throw new Error(`${path}: ${file.problem}`)
    return file
  }
  const pictures = openPictureDesk({ workspace, original: ({ src }) => original(src), cut: cutPicture })

  const articles = new Map<string, Promise<Article>>()
  // Drawing cards costs ten times what a book costs, and equal articles have equal cards.
  const inputsMade = new Map<string, Promise<readonly Artifact[]>>()

  const contextInto = async (renderer: Renderer, article: Article, found: Diagnostic[], assets: Map<string, () => Promise<Uint8Array>>): Promise<RenderContext> => {
    const inputs = new Map<string, readonly Artifact[]>()
    for (const input of renderers.filter(({ name }) => renderer.inputs.includes(name))) {
      const key = `${input.name} ${canonicalJson(withoutPlaces(article))}`
      const made = inputsMade.get(key) ?? input.render(article, await contextInto(input, article, found, assets))
      inputsMade.set(key, made)
      inputs.set(input.name, await made)
    }
    return renderContext({
      article,
      options: optionsOf(renderer, newsroom),
      publication: newsroom.publication,
      signal: new AbortController().signal,
      links: linksOf(article, newsroom),
      landmarks: landmarksOf(article, newsroom),
      inputs,
      source: newsroom.source,
      pictures,
      planned: renderer.plan(article, optionsOf(renderer, newsroom)),
      observed: nothingObserved(),
      onAsset: ({ path }, read) => void assets.set(path, read),
      onPicture: () => undefined,
      report: reportInto(found, { format: renderer.name, story: article.slug }),
    })
  }

  return {
    newsroom,
    article: (slug) => {
      const article = articles.get(slug) ?? completeArticle(slug, newsroom)
      articles.set(slug, article)
      return article
    },
    contextFor: async <Options>(renderer: Renderer<Options>, article: Article, found: Diagnostic[] = []) =>
      (await contextInto(renderer, article, found, new Map())) as RenderContext<Options>,
    draw: async (renderer, article) => {
      const found: Diagnostic[] = []
      const assets = new Map<string, () => Promise<Uint8Array>>()
      const artifacts = await renderer.render(article, await contextInto(renderer, article, found, assets))
      const read = await Promise.all([...assets].map(async ([path, bytes]) => [path, await bytes()] as const))
      return { artifacts, found, assets: new Map(read) }
    },
    close: () => rm(scratch, { recursive: true, force: true }),
  }
}

async function completeArticle(slug: string, newsroom: Newsroom): Promise<Article> {
  const story = newsroom.stories.find((candidate) => candidate.slug === slug)
  if (story === undefined) throw new Error(`There is no story ${slug}.`)
  const { hand, allowances, diagnostics } = await takeInHand(story, { newsroom, formats: [] })
  const errors = [...story.diagnostics, ...inHouse(diagnostics, allowances, newsroom)].filter(({ severity }) => severity === 'error')
  if (hand === undefined || errors.length > 0) throw new Error(errors.map(({ file, line, reason }) => `${file}:${line} ${reason}`).join('\n'))
  return hand.article()
}

function optionsOf({ name, options }: Renderer, { settings }: Pick<Newsroom, 'settings'>): unknown {
  return settings.formats.get(name) ?? options.parse({})
}

function landmarksOf({ section }: Article, { publication, settings }: Newsroom): Link[] {
  const offered = renderers.filter(({ name }) => settings.formats.has(name))
  return offered.flatMap((renderer) => renderer.landmarks?.(publication, section?.id, optionsOf(renderer, { settings })) ?? []).map((file) => linkTo(file, publication))
}

function linksOf(article: Article, newsroom: Newsroom): Link[] {
  return renderers
    .flatMap((renderer) => renderer.plan(article, optionsOf(renderer, newsroom)))
    .filter(({ audience }) => audience === 'public')
    .map((file) => linkTo(file, newsroom.publication))
}
