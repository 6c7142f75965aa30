import type { UnfinishedArticle } from '../ast/article.ts'
import type { Publication } from '../ast/publication.ts'
import type { Point, Position } from '../ast/small-types.ts'
import { catalogue, type FactsOf, type RuleId } from '../contract/catalogue.ts'
import type { Diagnostic, Place } from '../contract/diagnostic.ts'
import { diagnose, type Facts, type Rule } from '../contract/rule.ts'

/**
 * Where in a story something is: a node of it, a front matter key as `lead.src`, or a point. A key that is not written stands for the
 * nearest one around it; what has no place is told of the file.
 */
export type At = string | { position?: Position | undefined } | Pick<Point, 'line'> & { column?: number | undefined }

/** What a rule may look at besides the story. */
export interface RuleSurroundings {
  publication: Publication
  addresses: Addresses
}

/** What stands at the publication’s own addresses. */
export interface Addresses {
  /** `path` is what follows the publication’s URL, decoded, without slashes at its ends. `held`: a story that is not public. */
  at(path: string): 'page' | 'held' | undefined
  /** The known path that was probably meant. Of stories that are not public nothing is told. */
  nearest(path: string): string | undefined
}

/**
 * A rule of the newsroom about one story: one rule, one file. Its examples are its documentation (`docs/rules.md`) and its test: the
 * good one must pass, the bad one must be reported. An example is a whole story, or a body alone.
 */
export interface StoryRule {
  id: string
  severity: Diagnostic['severity']
  description: string
  /** Only a plug-in of others may be without. */
  good?: string
  bad?: string
  /** Everything that is wrong. Looks at nothing but its arguments: equal stories are told equal words. */
  judge(story: UnfinishedArticle, surroundings: RuleSurroundings): Diagnostic[] | Promise<Diagnostic[]>
}

interface Definition<Id extends RuleId> {
  id: Id
  good: string
  bad: string
  check(story: UnfinishedArticle, context: RuleSurroundings & { report(at: At, facts: FactsOf<Id>): void }): void
}

/** Declare a rule of Galley’s own; its severity and words are in the catalogue, under its id. */
export function defineStoryRule<Id extends RuleId>({ id, good, bad, check }: Definition<Id>): StoryRule {
  const rule = catalogue[id] as unknown as Rule<Facts>
  return {
    id,
    severity: rule.severity,
    description: rule.description,
    good: good.trim(),
    bad: bad.trim(),
    judge(story, surroundings) {
      const found: Diagnostic[] = []
      const report = (at: At, facts: FactsOf<Id>): void => void found.push(diagnose(id, rule, placeIn(story, at), facts as Facts))
      check(story, { ...surroundings, report })
      return found
    },
  }
}

/** The place of a part of a story in its file. */
export function placeIn({ source, places }: Pick<UnfinishedArticle, 'source' | 'places'>, at: At): Place {
  const point = typeof at === 'string' ? pointOfKey(places, at) : 'line' in at ? at : at.position?.start
  if (point === undefined) return { file: source }
  return { file: source, line: point.line, ...(point.column === undefined ? {} : { column: point.column }) }
}

function pointOfKey(places: UnfinishedArticle['places'], key: string): Point | undefined {
  const position = places[key]
  if (position !== undefined || !key.includes('.')) return position?.start
  return pointOfKey(places, key.slice(0, key.lastIndexOf('.')))
}
