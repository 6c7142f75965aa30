import picomatch from 'picomatch'
import { reportInto } from '../contract/catalogue.ts'
import type { Diagnostic } from '../contract/diagnostic.ts'
import { nearestName } from '../contract/nearest.ts'
import { renderers } from '../renderers/index.ts'
import type { LastManifest } from './last-manifest.ts'
import { namesHeld } from './names-of-held.ts'
import type { PublishOptions } from './publish-options.ts'
import type { Newsroom, Story } from './read-newsroom.ts'
import type { Format } from './render-story.ts'
import type { Touched } from './touched-stories.ts'

/** What a run is to do. */
export interface Work {
  /** Every format of the publication and, behind them, those that only serve as inputs. */
  formats: readonly Format[]
  /** Names of the formats that the publication offers: pages may link to these. */
  offered: ReadonlySet<string>
  /** Names of the formats whose files this run writes. */
  wanted: ReadonlySet<string>
  /** Public stories that are to be drawn. */
  stories: readonly Story[]
  /** True where a story's files of formats that are not wanted stay. */
  isPartial: boolean
  /** Slugs that `--only` and `--changed-since` select; what they do not select stays as it is, unless it may not be public any more. */
  isSelected(slug: string): boolean
}

/** Choose stories and formats after `--only`, `--formats` and, with `touched`, after what a difference touches. */
export function selectWork(newsroom: Newsroom, options: Pick<PublishOptions, 'formats' | 'only' | 'explain'> & { touched?: Touched; previous?: LastManifest | undefined }): Work | { diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = []
  const formats = formatsOf(newsroom)
  const own = formats.filter(({ renderer }) => renderer.always || newsroom.settings.formats.has(renderer.name)).map(({ renderer }) => renderer.name)
  checkFormats(options.formats ?? [], own, diagnostics)
  const slugs = newsroom.stories.map(({ slug }) => slug)
  if (options.explain !== undefined && !slugs.includes(options.explain)) reportInto(diagnostics)('unknown-explained', { file: '' }, { slug: options.explain, nearest: nearestName(options.explain, publicSlugs(newsroom)) })
  const matchers = (options.only ?? []).map((pattern) => matcher(pattern, newsroom, diagnostics))
  if (diagnostics.length > 0) return { diagnostics }
  const { touched = 'all' } = options
  const telling = new Set((options.previous?.stories ?? []).filter((story) => namesHeld(story, newsroom)).map(({ slug }) => slug))
  const isAsked = (slug: string): boolean => (touched === 'all' || touched.has(slug)) && (options.only === undefined || matchers.some((matches) => matches(slug)))
  const isSelected = (slug: string): boolean => telling.has(slug) || isAsked(slug)
  // Pages that show the headline of a story that is not public any more are all drawn anew, or they would have to go.
  const asked = telling.size > 0 ? undefined : options.formats
  return {
    formats,
    offered: new Set(own),
    wanted: new Set(asked ?? own),
    stories: newsroom.stories.filter(({ slug, verdict }) => verdict.isPublic && isSelected(slug)),
    isPartial: asked !== undefined,
    isSelected,
  }
}

function formatsOf({ settings }: Newsroom): Format[] {
  return renderers.map((renderer) => ({ renderer, options: settings.formats.get(renderer.name) ?? renderer.options.parse({}) }))
}

function checkFormats(asked: readonly string[], known: readonly string[], diagnostics: Diagnostic[]): void {
  for (const format of asked) {
    if (known.includes(format)) continue
    reportInto(diagnostics)('unknown-format', { file: '' }, { format, nearest: nearestName(format, known), known: known.join(', ') })
  }
}

/** What may be offered for a slip: the words of a slug tell of its story. */
function publicSlugs({ stories }: Newsroom): string[] {
  return stories.filter(({ verdict }) => verdict.isPublic).map(({ slug }) => slug)
}

function matcher(pattern: string, newsroom: Newsroom, diagnostics: Diagnostic[]): (slug: string) => boolean {
  const matches = picomatch(pattern)
  if (!newsroom.stories.some(({ slug }) => matches(slug))) {
    reportInto(diagnostics)('only-matches-nothing', { file: '' }, { pattern, nearest: nearestName(pattern, publicSlugs(newsroom)) })
  }
  return matches
}
