import { expect, it } from 'vitest'
import { defaultLimits } from '../../pipeline/ast/limits.ts'
import { reportInto } from '../../pipeline/contract/catalogue.ts'
import type { Diagnostic } from '../../pipeline/contract/diagnostic.ts'
import type { Artifact } from '../../pipeline/contract/renderer.ts'
import { withinLimits } from '../../pipeline/run/within-limits.ts'

const page: Artifact = { path: 'sea/ferry/index.html', mediaType: 'text/html', bytes: new Uint8Array(2000) }

async function draw(render: () => Promise<Artifact[]>, limits: Partial<typeof defaultLimits>): Promise<{ drawn?: Artifact[]; found: Diagnostic[] }> {
  const found: Diagnostic[] = []
  const drawing = { format: 'html', file: 'articles/ferry.md', report: reportInto(found, { format: 'html', story: 'ferry' }) }
  return withinLimits(render, { ...defaultLimits, ...limits }, drawing).then((drawn) => ({ drawn, found }), () => ({ found }))
}

it('hands on what was drawn in time and is not too large', async () => {
  expect(await draw(async () => [page], { seconds: 1, file: 2000 })).toEqual({ drawn: [page], found: [] })
})

it('gives up a format that takes too long: slow-format', async () => {
  expect(await draw(() => new Promise(() => undefined), { seconds: 0.01 })).toMatchObject({ found: [{ rule: 'slow-format', scope: 'format', file: 'articles/ferry.md', format: 'html' }] })
})

it('refuses a file that is too large: heavy-file', async () => {
  const { found } = await draw(async () => [page], { file: 1999 })
  expect(found).toMatchObject([{ rule: 'heavy-file', reason: 'sea/ferry/index.html has 2 kB; at most 2 kB are published in one file.' }])
})

it('says nothing of a renderer that fails by itself', async () => {
  expect(await draw(() => Promise.reject(new Error('Broken.')), {})).toEqual({ found: [] })
})
