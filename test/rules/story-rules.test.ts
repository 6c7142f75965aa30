import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { UnfinishedArticle } from '../../pipeline/ast/article.ts'
import { catalogue } from '../../pipeline/contract/catalogue.ts'
import { storyRules as words } from '../../pipeline/contract/rules/story.ts'
import { storyRules } from '../../pipeline/rules/index.ts'
import { tryRule } from '../../pipeline/rules/try-rule.ts'
import { exampleReader } from '../../pipeline/run/try-examples.ts'
import { deepFreeze } from '../support/deep-freeze.ts'
import { gazette } from '../support/written-story.ts'
import { withoutAnyPlaces } from '../support/without-any-places.ts'

const home = join(import.meta.dirname, '../..')
const read = exampleReader(gazette)

/** An example, complete, that no rule may change. */
async function exampleOf(text: string | undefined) {
  const made = await read(text ?? '')
  if (made.problem !== undefined) throw new Error(made.problem)
  return deepFreeze(made)
}

describe.each(storyRules.map((rule) => [rule.id, rule] as const))('the rule %s', (id, rule) => {
  it('says nothing of its good example, and reports the bad one', async () => {
    expect(await tryRule(rule, read)).toEqual([])
  })

  it('tells the line of what it has found', async () => {
    const { story, surroundings } = await exampleOf(rule.bad)
    const lines = readFileLines(rule.bad)
    for (const { file, line } of await rule.judge(story, surroundings)) {
      expect(file).toBe('articles/example.md')
      expect(line).toBeGreaterThan(1)
      expect(line).toBeLessThanOrEqual(lines)
    }
  })

  it('finds the same in a tree without positions, and tells the file alone', async () => {
    const { story, surroundings } = await exampleOf(rule.bad)
    const bare: UnfinishedArticle = withoutAnyPlaces(story)
    const [whole, placeless] = await Promise.all([rule.judge(story, surroundings), rule.judge(bare, surroundings)])
    expect(placeless.map(({ reason, hint }) => ({ reason, hint }))).toEqual(whole.map(({ reason, hint }) => ({ reason, hint })))
    expect(placeless.every(({ file, line }) => file === 'articles/example.md' && line === undefined)).toBe(true)
    const good = await exampleOf(rule.good)
    expect(await rule.judge(withoutAnyPlaces(good.story), good.surroundings)).toEqual([])
  })

  it('is told apart by its id, severity and sentence as the catalogue has them', () => {
    const entry = catalogue[id as keyof typeof catalogue]
    expect(rule).toMatchObject({ severity: entry.severity, description: entry.description })
  })

  it('says what happened and what to do in sentences', async () => {
    const { story, surroundings } = await exampleOf(rule.bad)
    for (const { reason, hint } of await rule.judge(story, surroundings)) {
      expect(reason).toMatch(/^\S.*[.?]$/s)
      expect(hint).toMatch(/^\S.*[.\]…*]$/s)
    }
  })
})

describe('the registry of rules', () => {
  it('has every file of the folder, and every rule of its part of the catalogue', () => {
    const files = readdirSync(join(home, 'pipeline/rules/story')).map((name) => name.replace(/\.ts$/, ''))
    expect(storyRules.map(({ id }) => id).sort()).toEqual(files.sort())
    expect(Object.keys(words).sort()).toEqual(files.sort())
  })

  it('has each rule in the file that bears its name', () => {
    for (const { id } of storyRules) expect(readFileSync(join(home, `pipeline/rules/story/${id}.ts`), 'utf8')).toContain(`id: '${id}'`)
  })
})

function readFileLines(example: string | undefined): number {
  return (example ?? '').split('\n').length + (example?.startsWith('---') ? 0 : 7)
}
