import { Article, type ParsedArticle, type UnfinishedArticle } from '../ast/article.ts'
import type { Publication } from '../ast/publication.ts'
import { reportInto } from '../contract/catalogue.ts'
import { sortDiagnostics, type Diagnostic } from '../contract/diagnostic.ts'
import { nameBlocks } from './block-ids.ts'
import { resolveBody } from './resolve-body.ts'
import { resolveMetadata } from './resolve-metadata.ts'
import { resolveNodes } from './resolve-node.ts'
import { resolveFigure } from './resolve-pictures.ts'
import { placeOfKey, type ResolveState } from './resolve-state.ts'
import { openStoryFiles, type FileAccess } from './story-files.ts'
import type { StoryIndex } from './story-index.ts'

export type { StoryEntry, StoryIndex } from './story-index.ts'

/** All that is outside of a story's file and that it may ask for. */
export interface ResolveContext extends FileAccess {
  publication: Publication
  stories: StoryIndex
}

/** A story after the look at everything outside of its file; without an article something is wrong that the diagnostics tell. */
export interface ResolveResult {
  /** Absent where a part of the story cannot be completed; the diagnostics of this or of parsing say why. */
  article?: Article
  /** The story as far as it could be completed, to be judged and never to be drawn. */
  unfinished: UnfinishedArticle
  diagnostics: Diagnostic[]
}

/**
 * Complete a story: pictures measured, references looked up, every block named, every word filled in that can be derived. The
 * article is plain data and needs nothing more from outside. All problems are collected; throws only where what we made is no
 * article.
 */
export async function resolveArticle(parsed: ParsedArticle, context: ResolveContext): Promise<ResolveResult> {
  const diagnostics: Diagnostic[] = []
  const report = reportInto(diagnostics, { story: parsed.slug })
  let isComplete = true
  const ids = nameBlocks(parsed, report)
  const files = openStoryFiles(parsed.source, context, report)
  const state: ResolveState = { ...context, parsed, report, ids, files, giveUp: () => void (isComplete = false) }
  const unfinished = await complete(state)
  const found = sortDiagnostics(diagnostics)
  const { published } = unfinished
  // Of a missing date parsing has told.
  return isComplete && published !== undefined ? { article: checked({ ...unfinished, published }), unfinished, diagnostics: found } : { unfinished, diagnostics: found }
}

/** The article with all that can be completed; the rest is left out. */
async function complete(state: ResolveState): Promise<UnfinishedArticle> {
  const { allowances: _forTheDesk, standfirst, contributors, corrections, lead, follow: _follow, embargo: _embargo, section: _section, ...written } = state.parsed
  return {
    ...written,
    type: 'article',
    ...resolveMetadata(state),
    ...(standfirst ? { standfirst: await resolveNodes(standfirst, state) } : {}),
    ...(contributors ? { contributors: await resolveNodes(contributors, state) } : {}),
    corrections: await resolveEach(corrections, state),
    ...(lead ? await resolveLead(lead, state) : {}),
    ...(await resolveBody(state)),
  }
}

async function resolveEach(corrections: ParsedArticle['corrections'], state: ResolveState): Promise<Article['corrections']> {
  const resolved: Article['corrections'] = []
  for (const correction of corrections) resolved.push({ ...correction, text: await resolveNodes(correction.text, state) })
  return resolved
}

async function resolveLead(lead: NonNullable<ParsedArticle['lead']>, state: ResolveState): Promise<Pick<Article, 'lead'>> {
  const figure = await resolveFigure(lead, await resolveNodes(lead.children, state), state, placeOfKey(state, 'lead.src'))
  return figure ? { lead: figure } : {}
}

/** The article as it is, once its own definition has agreed to it. */
function checked(article: Article): Article {
  const { success, error } = Article.safeParse(article)
  if (!success) throw new Error(`Resolving ${article.source} made an article that is none: ${error.message}`)
  return article
}
