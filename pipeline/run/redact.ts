import { ruleOf } from '../contract/catalogue.ts'
import type { Diagnostic } from '../contract/diagnostic.ts'
import type { StoryRule } from '../rules/story-rule.ts'
import type { Verdict } from './gate.ts'

/**
 * A diagnostic of a story that is not public, without a word of the story: the rule's own description takes the place of
 * reason and hint. It is a warning, because nothing was going to be published, unless it is the reason why the story is held.
 * `own` are the rules of the newsroom's own.
 */
export function redact(diagnostic: Diagnostic, verdict: Verdict, own: readonly Pick<StoryRule, 'id' | 'description'>[] = []): Diagnostic {
  const { file, line, column, rule, scope } = diagnostic
  const isReason = !verdict.isPublic && verdict.why === 'unreadable'
  const severity = diagnostic.severity === 'error' && !isReason ? 'warning' : diagnostic.severity
  const place = { file, ...(line === undefined ? {} : { line }), ...(column === undefined ? {} : { column }) }
  return { severity, rule, scope, ...place, reason: descriptionOf(rule, own), hint: 'The story is not public, so its words are not repeated here.' }
}

function descriptionOf(id: string, own: readonly Pick<StoryRule, 'id' | 'description'>[]): string {
  return ruleOf(id)?.description ?? own.find((rule) => rule.id === id)?.description ?? 'A rule that is not Galley’s own has something to say here.'
}
