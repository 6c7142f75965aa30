import type { ParsedArticle } from '../ast/article.ts'
import type { Publication } from '../ast/publication.ts'
import type { Position } from '../ast/small-types.ts'
import type { Report } from '../contract/catalogue.ts'
import type { Place } from '../contract/diagnostic.ts'
import type { BlockIds } from './block-ids.ts'
import type { StoryFiles } from './story-files.ts'
import type { StoryIndex } from './story-index.ts'

/** What every step of resolving one story shares. */
export interface ResolveState {
  parsed: ParsedArticle
  publication: Publication
  stories: StoryIndex
  ids: BlockIds
  files: StoryFiles
  report: Report
  /** Say that a part cannot be completed, so that there will be no article; the error is reported apart from it. */
  giveUp(): undefined
}

/** The place of a node in the story's file. */
export function placeOf(state: Pick<ResolveState, 'parsed'>, node: { position?: Position | undefined }): Place {
  return { file: state.parsed.source, ...start(node.position) }
}

/** The place of a front matter key such as `lead.src`, or of the nearest key around it. */
export function placeOfKey({ parsed }: Pick<ResolveState, 'parsed'>, key: string): Place {
  const position = parsed.places[key]
  const around = key.includes('.') ? key.slice(0, key.lastIndexOf('.')) : undefined
  if (position === undefined && around !== undefined) return placeOfKey({ parsed }, around)
  return { file: parsed.source, ...start(position) }
}

function start(position: Position | undefined): { line?: number; column?: number } {
  return position ? { line: position.start.line, column: position.start.column } : {}
}
