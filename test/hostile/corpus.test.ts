import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Diagnostic } from '../../pipeline/contract/diagnostic.ts'
import { takeInHand } from '../../pipeline/run/take-in-hand.ts'
import { openNewsroom, type TestNewsroom } from '../support/newsroom.ts'
import { corpus, type HostileStory } from './corpus.ts'
import { drawPart, writeNewspaper } from './hostile-newsroom.ts'
import { activeIn } from './search/active-in.ts'

let paper: Awaited<ReturnType<typeof writeNewspaper>>
let newsroom: TestNewsroom

beforeAll(async () => {
  paper = await writeNewspaper(Object.fromEntries(corpus.map(({ slug, file }) => [`articles/sea/${slug}.md`, file])))
  newsroom = await openNewsroom(paper.folder)
})
afterAll(async () => {
  await newsroom?.close()
  await paper?.remove()
})

it('reaches no output as anything but words, or is refused with its place', async () => {
  const verdicts = []
  for (const story of corpus) verdicts.push(await judge(story))
  expect(verdicts.flatMap(({ found }) => found)).toEqual([])
  expect(verdicts.length).toBeGreaterThan(1000)
  // A corpus that is refused as a whole proves nothing.
  expect(verdicts.filter(({ isPublished }) => isPublished).length).toBeGreaterThan(400)
})

async function judge({ slug, about, part }: HostileStory): Promise<{ isPublished: boolean; found: string[] }> {
  const story = newsroom.newsroom.stories.find((one) => one.slug === slug)
  if (story === undefined) throw new Error(`The story ${slug} was not found.`)
  const { hand, diagnostics } = await takeInHand(story, { newsroom: newsroom.newsroom, formats: [] })
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  if (hand === undefined || errors.length > 0) return { isPublished: false, found: errors.some(isAnswer) ? [] : [`${about}: refused without a word`] }
  const found: string[] = []
  for (const artifact of await drawPart(newsroom, await hand.article(), part)) {
    found.push(...(await activeIn(artifact)).map((what) => `${about}, in ${artifact.path}: ${what}`))
  }
  return { isPublished: true, found }
}

function isAnswer({ line = 0, reason }: Diagnostic): boolean {
  return line > 0 && reason !== ''
}
