import type { UnfinishedArticle } from '../ast/article.ts'
import type { RuleSurroundings, StoryRule } from './story-rule.ts'

/** How an example is made into a story: read and completed as any story is. */
export type ReadExample = (example: string) => Promise<{ story: UnfinishedArticle; surroundings: RuleSurroundings; problem?: undefined } | { problem: string }>

/** What is wrong with the examples of a rule, each a sentence’s end: `is reported`, `is not reported`. */
export async function tryRule(rule: StoryRule, read: ReadExample): Promise<{ example: 'good' | 'bad'; problem: string }[]> {
  const found: { example: 'good' | 'bad'; problem: string }[] = []
  for (const example of ['good', 'bad'] as const) {
    const text = rule[example]
    if (text === undefined) continue
    const problem = await problemOf(example, rule, await read(text))
    if (problem !== undefined) found.push({ example, problem })
  }
  return found
}

async function problemOf(example: 'good' | 'bad', rule: StoryRule, made: Awaited<ReturnType<ReadExample>>): Promise<string | undefined> {
  if (made.problem !== undefined) return made.problem
  const said = await rule.judge(made.story, made.surroundings)
  const failed = said.find(({ rule: id }) => id !== rule.id)
  if (failed) return `cannot be judged: ${failed.reason}`
  if (example === 'good') return said.length > 0 ? `is reported: ${said[0]?.reason}` : undefined
  return said.length === 0 ? 'is not reported' : undefined
}

/** What an example is of that is a body alone. */
export const exampleHead = `---
headline: Ferry sails again after two days of fog
standfirst: The first boat left at seven.
section: sea
byline: [Mara Quill]
published: 2026-05-04T08:00:00+01:00
---
`
