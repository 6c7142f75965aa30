import sharp from 'sharp'
import { visit } from 'unist-util-visit'
import type { Article, ParsedArticle } from '../../pipeline/ast/article.ts'
import type { Publication } from '../../pipeline/ast/publication.ts'
import { reportInto } from '../../pipeline/contract/catalogue.ts'
import type { Diagnostic } from '../../pipeline/contract/diagnostic.ts'
import type { Artifact, RenderContext, Renderer } from '../../pipeline/contract/renderer.ts'
import type { SourceFile } from '../../pipeline/contract/source.ts'
import { parseArticle } from '../../pipeline/parse/parse-article.ts'
import { measurePicture } from '../../pipeline/pictures/measure-picture.ts'
import { amp } from '../../pipeline/renderers/amp/renderer.ts'
import { card } from '../../pipeline/renderers/card/renderer.ts'
import { epub } from '../../pipeline/renderers/epub/renderer.ts'
import { html } from '../../pipeline/renderers/html/renderer.ts'
import { resolveArticle } from '../../pipeline/resolve/resolve-article.ts'
import { nothingObserved } from '../../pipeline/run/observed.ts'
import { renderContext } from '../../pipeline/run/render-context.ts'
import { picturesInMemory } from '../support/pictures-in-memory.ts'

/** A story, and what was printed of it. */
export interface Printed {
  article: Article
  html: Artifact
  amp: Artifact
  epub: Artifact
}

/** What became of some Markdown that was the body of a story. */
export interface Pressed extends Printed {
  parsed: ParsedArticle
  /** Rules, each once, that would have kept the story from being published as it was written. */
  refusedBy: string[]
  /** Rules, each once, that its author is warned by. */
  warnedBy: string[]
}

export const home = 'https://gazette.example'

/** Where the press sends a link that the story may not have, once it was refused: its own address stands at the end. */
export const elsewhere = 'https://elsewhere.example/?'

export const publication: Publication = { name: 'The Ferry Gazette', url: home, language: 'en-GB', timezone: 'Europe/London', social: {}, sections: [], front: [] }
const head = '---\nheadline: Zzyzx\npublished: 2026-11-20T07:00:00+00:00\n---\n'
/** Of addresses that lead nowhere: the story is refused, and is then pressed with an address that leads somewhere. */
const mendable = new Set(['relative-link', 'empty-link', 'unsafe-link'])

export interface Press {
  /** Press some Markdown as the body of a story. */
  press(markdown: string): Promise<Pressed>
  /** Press stories that were complete as one. */
  bind(articles: readonly Article[]): Promise<Printed>
  /** Read some Markdown as the body of a story, and print nothing of it. */
  read(markdown: string): Promise<Pick<Pressed, 'parsed' | 'article'>>
}

/**
 * A press for examples of a specification: the real parser, resolver and renderers, and a folder in which every picture that
 * a story asks for is there. All books share one cover, drawn once.
 */
export async function openPress(): Promise<Press> {
  const source = await pictureFolder()
  const pictures = picturesInMemory(source.read)

  const contextFor = (renderer: Renderer<unknown>, article: Article, found: Diagnostic[], inputs = new Map<string, readonly Artifact[]>()): RenderContext =>
    renderContext({
      article, publication, inputs, source, pictures, links: [], landmarks: [], options: renderer.options.parse({}),
      planned: renderer.plan(article, renderer.options.parse({})), observed: nothingObserved(),
      signal: new AbortController().signal, onAsset: () => {}, onPicture: () => {}, report: reportInto(found),
    })
  const draw = async (renderer: Renderer<unknown>, article: Article, found: Diagnostic[], inputs?: Map<string, readonly Artifact[]>): Promise<Artifact> => {
    const [artifact] = await renderer.render(article, contextFor(renderer, article, found, inputs))
    if (!artifact) throw new Error(`${renderer.name} drew nothing.`)
    return artifact
  }
  const resolve = async (parsed: ParsedArticle) => resolveArticle(parsed, { publication, source, measure: measurePicture, stories: new Map() })

  const read = async (markdown: string) => {
    const { article: parsed, diagnostics } = parseArticle({ path: 'articles/example.md', bytes: new TextEncoder().encode(head + markdown) }, { publication })
    if (!parsed) throw new Error(`It could not be read: ${rulesOf(diagnostics, 'error')}`)
    const first = await resolve(parsed)
    const found = [...diagnostics, ...first.diagnostics]
    const second = first.article ? first : await resolve(withMendedLinks(parsed, first.diagnostics))
    if (!second.article) throw new Error(`It could not be resolved: ${rulesOf(second.diagnostics, 'error')}`)
    return { parsed, article: second.article, found }
  }

  const cover = await read('A boat leaves.').then(({ article }) => card.render(article, contextFor(card as Renderer<unknown>, article, []) as never))

  const drawAll = async (article: Article, found: Diagnostic[]): Promise<Printed> => ({
    article,
    html: await draw(html as Renderer<unknown>, article, found),
    amp: await draw(amp as Renderer<unknown>, article, found),
    epub: await draw(epub as Renderer<unknown>, article, found, new Map([['card', cover]])),
  })

  return {
    async press(markdown) {
      const { parsed, article, found } = await read(markdown)
      const drawn = await drawAll(article, found)
      return { parsed, refusedBy: rulesOf(found, 'error'), warnedBy: rulesOf(found, 'warning'), ...drawn }
    },
    bind: (articles) => drawAll(bound(articles), []),
    read,
  }
}

/** One story of many: the names of their blocks are told apart by numbers. */
function bound(articles: readonly Article[]): Article {
  const [first] = articles
  if (!first) throw new Error('There is nothing to bind.')
  const children = articles.flatMap((article, index) => {
    const body = structuredClone(article.body)
    visit(body as never, (node: { id?: string }) => {
      if (node.id !== undefined) node.id = `${index + 1}-${node.id}`
    })
    return body.children
  })
  return { ...first, body: { type: 'root', children } }
}

/** A folder in which every picture is that is asked for; what pictures are refused for is tested with the resolver. */
async function pictureFolder(): Promise<{ read(path: string): Promise<SourceFile> }> {
  const photo = sharp({ create: { width: 40, height: 30, channels: 3, background: '#357' } })
  const [jpeg, png] = [new Uint8Array(await photo.clone().jpeg().toBuffer()), new Uint8Array(await photo.clone().png().toBuffer())]
  return { read: async (path) => (/\.jpe?g$/.test(path) ? { path, bytes: jpeg } : { path: path.endsWith('.png') ? path : `${path}.png`, bytes: png }) }
}

function withMendedLinks(parsed: ParsedArticle, diagnostics: readonly Diagnostic[]): ParsedArticle {
  const places = new Set(diagnostics.filter(({ rule }) => mendable.has(rule)).map(({ line, column }) => `${line}:${column}`))
  const mended = structuredClone(parsed)
  visit(mended.body as never, 'link', (node: { url: string; children: unknown[]; position?: { start: { line: number; column: number } } }) => {
    const { line, column } = node.position?.start ?? {}
    if (!places.has(`${line}:${column}`)) return
    node.url = elsewhere + encodeURIComponent(node.url)
    if (node.children.length === 0) node.children = [{ type: 'text', value: 'nowhere' }]
  })
  return mended
}

function rulesOf(diagnostics: readonly Diagnostic[], severity: Diagnostic['severity']): string[] {
  return [...new Set(diagnostics.filter((diagnostic) => diagnostic.severity === severity).map(({ rule }) => rule))].sort()
}
