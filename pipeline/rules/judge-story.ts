import type { UnfinishedArticle } from '../ast/article.ts'
import { sortDiagnostics, type Diagnostic } from '../contract/diagnostic.ts'
import type { RuleSurroundings, StoryRule } from './story-rule.ts'

/** Everything that the rules have to say of one story, with the severities of the rules; what the newsroom makes of them is judged later. */
export async function judgeStory(story: UnfinishedArticle, surroundings: RuleSurroundings, rules: readonly StoryRule[]): Promise<Diagnostic[]> {
  const found: Diagnostic[] = []
  for (const rule of rules) found.push(...(await rule.judge(story, surroundings)))
  return sortDiagnostics(found.map((diagnostic) => ({ ...diagnostic, story: story.slug })))
}
