import type * as z from 'zod'
import type { Article } from '../ast/article.ts'
import type { Edition } from '../ast/edition.ts'
import { nodeKinds, type NodeType } from '../ast/node-kinds.ts'
import type { Publication } from '../ast/publication.ts'
import type { Link, Picture } from '../ast/small-types.ts'
import type { Report } from './catalogue.ts'
import type { Check, EditionCheck } from './check.ts'
import type { EditionContext, PlannedEditionFile, RecentStories } from './edition.ts'

/**
 * What a renderer does with a kind of node: draw it in full, draw something that stands for it, or leave it out.
 * `fallback` and `omit` are reported as what the format could not carry.
 */
export type Answer = 'render' | 'fallback' | 'omit'

/** A file that a renderer promises before anything is rendered. */
export interface PromisedFile {
  /** Path below `dist/`, with forward slashes. */
  path: string
  mediaType: string
  /**
   * What it is to the story, for `context.links`: `page`, `amphtml`, `pdf`, `epub`, `card-og`, …; of files around the stories, what they
   * are to the publication: `front`, `section`, `rss`, `sitemap`, …
   */
  rel: string
  /** Pixels, of pictures. */
  width?: number
  height?: number
  /** `private`: a complete copy of a gated story that nothing links to. `input`: read by renderers, never written. */
  audience: 'public' | 'private' | 'input'
}

/** A file that a renderer promises for one story. */
export interface PlannedFile extends PromisedFile {
  /**
   * What of the story a reader of this file is entitled to find, for the nothing-lost check: all of it, what is free of it
   * (before the paywall; all of a story that is not gated), or its headline alone.
   */
  holds: 'whole' | 'free' | 'headline'
}

/** One finished file. */
export interface Artifact {
  path: string
  mediaType: string
  bytes: Uint8Array
}

/** What is known of a picture cut to a size and format. */
export interface CutFacts {
  mediaType: string
  /** Pixels of the result, which is never larger than an original that has pixels. */
  width: number
  height: number
  /** sha256 of the bytes, hex. */
  sha256: string
  /** Bytes. */
  size: number
}

/** A picture cut to a size and format. Its bytes lie on disk until somebody asks for them: a page only needs its name. */
export interface PictureVariant extends CutFacts {
  read(): Promise<Uint8Array>
}

/** How a picture is to be cut. */
export interface PictureWish {
  /** Pixels. Never enlarged: a smaller original gives its own width; only an SVG, which has no pixels, is drawn at any size. */
  width: number
  /** Pixels; with it the picture is cropped to exactly this shape around its most interesting part. */
  height?: number
  format: 'jpeg' | 'webp' | 'avif' | 'png'
}

/** A file under `dist/assets/` or `dist/private/assets/`, named by its content and shared by every page that asks for it. */
export interface Asset {
  /** `assets/<name>-<hash>.<extension>` */
  path: string
  /** Absolute address. */
  url: string
}

/**
 * What is at hand for whatever is drawn, a story or the edition. Everything that a renderer reads through its context is remembered, so
 * that a cache can tell what an output depends on. There is no other way to a file, and none to the network or a clock.
 */
export interface Materials<Options = unknown> {
  options: Options
  publication: Publication
  /** Aborted when the run is stopped; long work looks at it. */
  signal: AbortSignal
  /** Cut a picture of the story, or the lead picture of one of the edition. Equal wishes are served once for all stories and formats. */
  picture(picture: Picture, wish: PictureWish): Promise<PictureVariant>
  /**
   * Put bytes or a cut picture under `dist/assets/`; `name` is for people, the hash in the file name is what keeps it apart. What only
   * the complete copy of a gated story may show is `private`, and lies with those copies under `dist/private/assets/`.
   */
  asset(content: Uint8Array | PictureVariant, name: string, extension: string, audience?: 'public' | 'private'): Asset
  /** Bytes of a file below `source/`: a video, an SVG. */
  source(path: string): Promise<Uint8Array>
  /** Bytes of a file below `templates/`: a stylesheet. */
  template(path: string): Promise<Uint8Array>
  /** Bytes of a file of an npm package that we depend on: `packageFile('@fontsource/inter', 'files/….woff2')`. */
  packageFile(packageName: string, path: string): Promise<Uint8Array>
  /** Say that something of this story is wrong or lost; never throws. */
  report: Report
}

/** All that a renderer may know besides the article. */
export interface RenderContext<Options = unknown> extends Materials<Options> {
  /** The files that are wanted of this renderer, of those that it has planned: `render` returns these and no others. */
  planned: readonly PlannedFile[]
  /** What every renderer has promised for this story, gated copies and inputs left out. */
  links: readonly Link[]
  /** Of the files around the stories, those that the pages of this one may link to: the front page, its section's page, the feeds. */
  landmarks: readonly Link[]
  /** What a renderer named in `inputs` made for this story. */
  input(renderer: string): readonly Artifact[]
}

/** A file that shows a reviewer what is in an artifact: small, readable, the same on every machine. */
export interface SnapshotFile {
  /** Name below the artifact's own folder: `page.html`, `OEBPS/content.opf`, `outline.txt`. */
  name: string
  text: string
}

/**
 * One format. A plain object, made with `defineRenderer`; nothing outside of its folder and the registry knows it by name.
 */
export interface Renderer<Options = unknown> {
  /** Folder name, key below `formats`, and prefix of its rule ids. */
  name: string
  /** What the summary calls it. */
  title: string
  /** Names of renderers whose artifacts `render` reads; they run first. */
  inputs: readonly string[]
  /** Its answer for every kind of node: a new kind does not compile until all renderers have answered. */
  nodes: Readonly<Record<NodeType, Answer>>
  /** Schema of `formats.<name>` in `publication.yml`; parsing `{}` gives every default. */
  options: z.ZodType<Options>
  /** True for what every published story has, whatever `formats` lists. */
  always?: boolean
  /** Every file that `render` can return for this story; those that only serve as inputs may not be asked for. Pure. */
  plan(article: Article, options: Options): readonly PlannedFile[]
  /** Draw one story. Throws only when a tool fails; that becomes a diagnostic of scope `format`. */
  render(article: Article, context: RenderContext<Options>): Promise<readonly Artifact[]>
  /**
   * What of a story this format is made from; absent: all of it. `render` and the judges are shown nothing else, so a change elsewhere in
   * the story leaves its files as they are. Pure.
   */
  part?(article: Article): Article
  /**
   * Every file that `renderEdition` returns for the publication as it stands, each with the stories that it shows. The only place that
   * is told of the clock, by way of `recent`. Pure.
   */
  planEdition?(edition: Edition, options: Options, recent: RecentStories): readonly PlannedEditionFile[]
  /**
   * Draw what is about the publication as a whole: front page, feeds, sitemaps. Shown are the stories, standing and killed, that the plan names, and no others;
   * what it needs of their bodies is drawn by `render` into files with the audience `input`, which it reads with `context.made`.
   */
  renderEdition?(edition: Edition, context: EditionContext<Options>): Promise<readonly Artifact[]>
  /** The authorities on what `renderEdition` made. What one of them refuses leaves the earlier files of the edition as they were. */
  editionChecks?: readonly EditionCheck<Options>[]
  /** Which of the files that `planEdition` names for any edition the pages of a story in this section may link to. Pure. */
  landmarks?(publication: Publication, section: string | undefined, options: Options): readonly PromisedFile[]
  /** Versions of outside things that change the bytes (a browser, a font build), read from files, never by starting them. */
  cacheKey?(options: Options): Promise<string>
  /** The format's authorities, which judge what was made. */
  checks: readonly Check<Options>[]
  /** What a reader can read in an artifact, in reading order, words apart by white space. */
  text(artifact: Artifact): Promise<string>
  /** Addresses that a reader can follow from an artifact, as they stand in it: absolute or relative to its own. */
  addresses(artifact: Artifact): Promise<readonly string[]>
  /** What a reviewer reads of an artifact. */
  snapshot(artifact: Artifact): Promise<readonly SnapshotFile[]>
  /** Free what `render` started and kept (a browser). Called once, at the end of a run. */
  close?(): Promise<void>
}

/** Declare a renderer: infers its options and checks the contract. */
export function defineRenderer<Options>(renderer: Renderer<Options>): Renderer<Options> {
  return renderer
}

/** What a renderer that draws nothing of single stories has to declare. */
export type EditionRenderer<Options> = Omit<Renderer<Options>, 'inputs' | 'nodes' | 'plan' | 'render' | 'part' | 'checks'> & Required<Pick<Renderer<Options>, 'planEdition' | 'renderEdition' | 'editionChecks'>>

/** Declare a renderer of the publication as a whole, which makes no file of any single story. */
export function defineEditionRenderer<Options>(renderer: EditionRenderer<Options>): Renderer<Options> {
  return { ...renderer, inputs: [], nodes: nothingOfStories, plan: () => [], render: async () => [], checks: [] }
}

const nothingOfStories = Object.fromEntries(Object.keys(nodeKinds).map((kind) => [kind, 'omit'])) as Record<NodeType, 'omit'>
