import type { Diagnostic, Place } from './diagnostic.ts'
import { diagnose, type Facts, type Rule } from './rule.ts'
import { ampRules } from './rules/amp.ts'
import { bodyRules } from './rules/body.ts'
import { cardRules } from './rules/card.ts'
import { ciRules } from './rules/ci.ts'
import { epubRules } from './rules/epub.ts'
import { feedRules } from './rules/feeds.ts'
import { frontMatterRules } from './rules/front-matter.ts'
import { houseRules } from './rules/house.ts'
import { htmlRules } from './rules/html.ts'
import { jsonRules } from './rules/json.ts'
import { killsRules } from './rules/kills.ts'
import { pdfRules } from './rules/pdf.ts'
import { publicationRules } from './rules/publication.ts'
import { resolveRules } from './rules/resolve.ts'
import { runRules } from './rules/run.ts'
import { siteRules } from './rules/site.ts'
import { sitemapRules } from './rules/sitemap.ts'
import { storyRules } from './rules/story.ts'

/** Every rule that Galley knows; its keys are the closed list of rule ids. Ids of a format's own begin with `<format>/`. */
export const catalogue = {
  ...publicationRules,
  ...frontMatterRules,
  ...bodyRules,
  ...resolveRules,
  ...runRules,
  ...storyRules,
  ...houseRules,
  ...ciRules,
  ...htmlRules,
  ...pdfRules,
  ...epubRules,
  ...ampRules,
  ...cardRules,
  ...jsonRules,
  ...killsRules,
  ...siteRules,
  ...feedRules,
  ...sitemapRules,
}

/** Id of a rule of ours. */
export type RuleId = keyof typeof catalogue
/** What has to be told with a rule. */
export type FactsOf<Id extends RuleId> = (typeof catalogue)[Id] extends Rule<infer F> ? F : never

/** How any part of the pipeline says that something is wrong. */
export type Report = <Id extends RuleId>(rule: Id, place: Place, facts: FactsOf<Id>) => void

/** Whether a diagnostic tells of something that a format cannot carry. Ids that are not ours are not. */
export function tellsOfLoss({ rule }: Pick<Diagnostic, 'rule'>): boolean {
  return ruleOf(rule)?.isLoss === true
}

/** The rule of an id, whatever facts it needs; undefined where the id is not in the catalogue. */
export function ruleOf(id: string): Rule<Facts> | undefined {
  return Object.hasOwn(catalogue, id) ? (catalogue[id as RuleId] as unknown as Rule<Facts>) : undefined
}

/** A `Report` that collects into a list. */
export function reportInto(list: Diagnostic[], more: Partial<Diagnostic> = {}): Report {
  return (id, place, facts) => {
    const rule = catalogue[id] as unknown as Rule<Facts>
    list.push({ ...diagnose(id, rule, place, facts as Facts), ...more })
  }
}
