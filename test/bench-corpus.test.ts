import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inventStory } from '../bench/corpus/invent-story.ts'
import { makeCorpus } from '../bench/corpus/make-corpus.ts'
import { wordsOf } from '../bench/corpus/story.ts'
import { galley } from './support/run-galley.ts'
import { hashesBelow } from './support/small-newspaper.ts'

const plan = { seed: 'test', stories: 3 }
const small = { width: 360, height: 240 }
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'galley-bench-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('the corpus of the bench', () => {
  it('is the same, byte by byte, for the same seed', async () => {
    for (const name of ['one', 'two']) await makeCorpus(plan, { folder: join(folder, name), shelf: join(folder, `shelf-${name}`), photo: small })
    const one = await hashesBelow(join(folder, 'one'))
    expect(Object.keys(one)).toHaveLength(3 + 3 + 1)
    expect(await hashesBelow(join(folder, 'two'))).toEqual(one)
    expect(new Set(Object.values(one)).size).toBe(7)
  })

  it('has stories of a thousand words, each of its own', () => {
    const stories = Array.from({ length: 40 }, (_, index) => inventStory({ ...plan, stories: 40 }, index))
    for (const story of stories) expect(Math.abs(wordsOf(story) - 1000)).toBeLessThan(200)
    expect(new Set(stories.map(({ blocks }) => JSON.stringify(blocks))).size).toBe(40)
  })

  it.each([1, 2, 3, 8])('of %i stories relates none to itself', (stories) => {
    for (let index = 0; index < stories; index++) {
      const { slug, related, blocks } = inventStory({ ...plan, stories }, index)
      expect(JSON.stringify([related, blocks])).not.toContain(`"ref":"${slug}"`)
    }
  })

  it('is published without an error and without a warning', async () => {
    const { source, out } = { source: join(folder, 'published'), out: join(folder, 'dist') }
    await makeCorpus(plan, { folder: source, shelf: join(folder, 'shelf'), photo: { width: 1200, height: 800 } })
    const { code, stdout } = await galley(['publish', '--source', source, '--out', out, '--formats', 'html,amp', '--now', '2026-11-23T12:00:00Z', '--json'])
    const outcome = JSON.parse(stdout) as { stories: { published: number }; diagnostics: { severity: string; reason: string }[] }
    expect(outcome.diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([])
    expect([code, outcome.stories.published]).toEqual([0, 3])
  })
})
