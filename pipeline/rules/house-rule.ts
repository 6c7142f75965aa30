import * as z from 'zod'
import type { UnfinishedArticle } from '../ast/article.ts'
import { descendants } from '../ast/descendants.ts'
import type { NodeType } from '../ast/node-kinds.ts'
import type { NodeOf } from '../ast/nodes.ts'
import { reportInto } from '../contract/catalogue.ts'
import type { Diagnostic } from '../contract/diagnostic.ts'
import { passagesOf, type Passage } from './passages.ts'
import { type At, placeIn, type RuleSurroundings, type StoryRule } from './story-rule.ts'

/**
 * A rule of a newsroom’s own: the default export of a file that `publication.yml` names under `house:`.
 *
 *     export default {
 *       id: 'house/no-shouting',
 *       severity: 'warning',
 *       description: 'A headline does not shout.',
 *       good: `---\nheadline: Ferry sails again\n…`,
 *       bad: `---\nheadline: Ferry sails again!\n…`,
 *       check({ headline }, { report }) {
 *         if (headline.includes('!')) report('headline', 'The headline shouts.', 'Take the mark away.')
 *       },
 *     }
 */
export interface HouseRule {
  /** Begins with `house/`; `publication.yml` and comments in stories know the rule by it. */
  id: string
  severity: Diagnostic['severity']
  /** One sentence: when this is said. All that is told of a story that is not public, so no word of a story belongs in it. */
  description: string
  /** A story, or a body alone, in which there is nothing to say. */
  good: string
  /** One that must be reported. */
  bad: string
  /** Looks at nothing but its arguments: what it says of a story is kept until story or rule change. */
  check(story: UnfinishedArticle, context: HouseContext): void | Promise<void>
}

/** What a rule of a newsroom’s own is given besides the story. */
export interface HouseContext extends RuleSurroundings {
  /** Say what is wrong: where (a node, a front matter key as `lead.src`, a place in a passage), what happened, what to do. */
  report(at: At, reason: string, hint?: string): void
  /** The prose of the story, passage by passage. */
  passages: readonly Passage[]
  /** Every node of one kind in the body, in reading order. */
  nodes<K extends NodeType>(kind: K): NodeOf<K>[]
}

const HouseRule = z.looseObject({
  id: z.string().regex(/^house\/[\p{L}\p{N}]+(?:[-/][\p{L}\p{N}]+)*$/u, 'id: expected something like "house/no-shouting"'),
  severity: z.enum(['error', 'warning', 'info'], 'severity: expected error, warning or info'),
  description: z.string('description: expected a sentence').min(1, 'description: expected a sentence'),
  good: z.string('good: expected an example of a story').min(1, 'good: expected an example of a story'),
  bad: z.string('bad: expected an example of a story').min(1, 'bad: expected an example of a story'),
  check: z.custom<HouseRule['check']>((value) => typeof value === 'function', 'check: expected a function'),
})

/** Take what a file of the newsroom exports for a rule, or say in a sentence why it is none. */
export function defineHouseRule(exported: unknown): StoryRule | { problem: string } {
  const { data, error } = HouseRule.safeParse(exported)
  if (data === undefined) return { problem: error.issues.map(({ path, message }) => (path.length > 0 ? message : 'expected an object as default export')).join('; ') }
  // `check` may be a method and look for its object.
  const rule = exported as HouseRule
  const { id, severity, description, good, bad } = data
  return { id, severity, description, good: good.trim(), bad: bad.trim(), judge: (story, surroundings) => judgeBy(rule, story, surroundings) }
}

async function judgeBy(rule: HouseRule, story: UnfinishedArticle, surroundings: RuleSurroundings): Promise<Diagnostic[]> {
  const { id, severity } = rule
  const found: Diagnostic[] = []
  const report = (at: At, reason: string, hint = ''): void => void found.push({ severity, rule: id, scope: 'story', ...placeIn(story, at), reason: `${reason}`, hint: `${hint}` })
  const nodes = <K extends NodeType>(kind: K): NodeOf<K>[] => [...descendants(own.body)].filter((node) => node.type === kind) as NodeOf<K>[]
  // Its own copy: what a rule does to a story stays with the rule.
  const own = structuredClone(story)
  try {
    await rule.check(own, { ...surroundings, report, passages: passagesOf(own), nodes })
    return found
  } catch (error) {
    return [...found, ...failure(id, story, error)]
  }
}

/** A rule that fails over a story has not judged it, and a story that nobody has judged is not published unseen. */
export function failure(rule: string, { source }: Pick<UnfinishedArticle, 'source'>, error: unknown): Diagnostic[] {
  const found: Diagnostic[] = []
  reportInto(found)('house-rule-failed', { file: source }, { rule, detail: error instanceof Error ? error.message : String(error) })
  return found
}
