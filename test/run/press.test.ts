import { once } from 'node:events'
import { rm, writeFile } from 'node:fs/promises'
import { afterEach, expect, it } from 'vitest'
import type { Renderer } from '../../pipeline/contract/renderer.ts'
import { silence } from '../../pipeline/report/watch-progress.ts'
import { openOut } from '../../pipeline/run/open-out.ts'
import { openKeptVerdicts } from '../../pipeline/run/kept-verdicts.ts'
import { openPress } from '../../pipeline/run/press.ts'
import { readNewsroom } from '../../pipeline/run/read-newsroom.ts'
import { selectWork } from '../../pipeline/run/select-work.ts'
import { openStanding } from '../../pipeline/run/standing.ts'
import { foundNewspaper, story, type SmallNewspaper } from '../support/small-newspaper.ts'

const open: SmallNewspaper[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((paper) => paper.close()))
})

it('ends what is being drawn before it reports a disk that takes no more: a browser started later would never be closed', async () => {
  const paper = await foundNewspaper({ ferry: story('Ferry stays in port'), quay: story('Quay is closed') })
  open.push(paper)
  const options = { source: paper.source, out: paper.out, now: Date.parse('2026-11-23T12:00:00Z'), strict: false, check: 'standard' as const, jobs: 2, signal: new AbortController().signal }
  const [newsroom, out] = await Promise.all([readNewsroom(paper.source, options.now), openOut(options)])
  if (!('stories' in newsroom) || 'diagnostics' in out) throw new Error('The newspaper cannot be read.')
  const work = selectWork(newsroom, { formats: ['json'] })
  if ('diagnostics' in work) throw new Error('The format json is not there.')

  let isQuayDone = false
  const formats = work.formats.map((format) => ({ ...format, renderer: slowFor('quay', format.renderer, () => (isQuayDone = true)) }))
  // Nothing can be kept any more, whoever runs this: a file stands where the folder was.
  await rm(out.workspace.folder, { recursive: true })
  await writeFile(out.workspace.folder, '')

  const press = await openPress(newsroom, { ...work, formats }, out, { ...options, kept: openKeptVerdicts(undefined), standing: openStanding(out.folder, undefined) })
  await expect(press.run(silence)).rejects.toThrow('ENOTDIR')
  expect(isQuayDone).toBe(true)
  await press.close()
  await out.close()
})

/** A renderer that draws one story until it is told to stop, and the others once that has begun. */
function slowFor(slug: string, renderer: Renderer, onEnd: () => void): Renderer {
  const beginning = new AbortController()
  const hasBegun = once(beginning.signal, 'abort')
  return {
    ...renderer,
    render: async (article, context) => {
      if (article.slug !== slug) return hasBegun.then(() => renderer.render(article, context))
      beginning.abort()
      await new Promise((resolve) => context.signal.addEventListener('abort', resolve, { once: true }))
      await new Promise((resolve) => setImmediate(resolve))
      onEnd()
      return []
    },
  }
}
