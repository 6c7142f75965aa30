import { describe, expect, it } from 'vitest'
import { bodyRules } from '../pipeline/contract/rules/body.ts'
import { frontMatterRules } from '../pipeline/contract/rules/front-matter.ts'
import { publicationRules } from '../pipeline/contract/rules/publication.ts'
import { resolveRules } from '../pipeline/contract/rules/resolve.ts'
import { brokenStories, whatIsWrongWith } from './support/broken-stories.ts'

describe('a broken story', () => {
  for (const name of brokenStories()) {
    it(`says what is wrong with it: ${name}`, async () => {
      const said = await whatIsWrongWith(name)
      expect(said).toContain(` ${name} `)
      await expect(said).toMatchFileSnapshot(`broken/${name}.txt`)
    })
  }

  it('is there for every rule about what an author writes', () => {
    const rules = Object.keys({ ...publicationRules, ...frontMatterRules, ...bodyRules, ...resolveRules })
    expect(rules.filter((rule) => !brokenStories().includes(rule))).toEqual([])
  })
})
