import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Diagnostic } from '../../pipeline/contract/diagnostic.ts'
import { json } from '../../pipeline/renderers/json/renderer.ts'
import { judge } from '../support/judge.ts'
import { openNewsroom, type TestNewsroom } from '../support/newsroom.ts'

let newsroom: TestNewsroom
beforeAll(async () => {
  newsroom = await openNewsroom()
})
afterAll(() => newsroom.close())

/** What is said of `article.json` after its text was changed. */
async function judged(change: (text: string) => string): Promise<Diagnostic[]> {
  const article = await newsroom.article('every-node')
  const { artifacts } = await newsroom.draw(json, article)
  const changed = artifacts.map((artifact) => ({ ...artifact, bytes: new TextEncoder().encode(change(new TextDecoder().decode(artifact.bytes))) }))
  return judge(json, changed, article, newsroom.newsroom.publication)
}

describe('article.json', () => {
  it('follows its own schema', async () => expect(await judged((text) => text)).toEqual([]))

  it('is refused where it does not: json/invalid', async () => {
    const found = await judged((text) => text.replace('"depth": 2', '"depth": 1'))
    expect(found).toMatchObject([{ rule: 'json/invalid', severity: 'error', scope: 'story' }])
    expect(found[0]?.reason).toContain('body.children')
  })

  it('holds no place in a file and nothing that is for the desk', async () => {
    const { artifacts } = await newsroom.draw(json, await newsroom.article('every-node'))
    const text = new TextDecoder().decode(artifacts[0]?.bytes)
    expect(text).not.toMatch(/"position"|"places"|allowances|Keeper’s number|Agreed with the lighthouse board/)
  })
})
