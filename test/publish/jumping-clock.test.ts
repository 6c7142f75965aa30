import { mkdirSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, describe, expect, it } from 'vitest'
import { acquireLock } from '../../pipeline/run/lock.ts'
import { galley, type Finished } from '../support/run-galley.ts'
import { foundNewspaper, hashesBelow, story, type SmallNewspaper } from '../support/small-newspaper.ts'

const open: SmallNewspaper[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((paper) => paper.close()))
})

async function found(): Promise<SmallNewspaper> {
  const paper = await foundNewspaper({ ferry: story('Ferry stays in port'), gale: story('Gale closes the bar') }, 'html: {}\njson: {}\nfeeds: {}\nsitemap: {}\nsite: {}')
  open.push(paper)
  return paper
}

const jumping = { NODE_OPTIONS: `--import=${pathToFileURL(join(import.meta.dirname, '../support/jumping-clock.js')).href}` }

function publish(paper: SmallNewspaper, env: NodeJS.ProcessEnv = jumping, out = paper.out): Promise<Finished> {
  return galley(['publish', '--source', paper.source, '--out', out, '--cache', join(paper.folder, 'cache'), '--now', '2026-11-23T12:00:00Z'], { env })
}

describe('a clock that jumps', () => {
  it('changes no byte', async () => {
    const paper = await found()
    const steady = join(paper.folder, 'steady')
    expect(await publish(paper, {}, steady)).toMatchObject({ code: 0 })
    expect(await galley(['publish', '--source', paper.source, '--out', paper.out, '--no-cache', '--now', '2026-11-23T12:00:00Z'], { env: jumping })).toMatchObject({ code: 0 })
    expect(await hashesBelow(paper.out)).toEqual(await hashesBelow(steady))
  })

  it('takes over no lock of a run that lives', async () => {
    const paper = await found()
    mkdirSync(join(paper.out, '.galley'), { recursive: true })
    const lock = await acquireLock(paper.out)
    const { code, stdout } = await publish(paper)
    await ('release' in lock ? lock.release() : undefined)
    expect({ code, stdout }).toMatchObject({ code: 2, stdout: expect.stringContaining('[out-locked]') })
    expect(await publish(paper)).toMatchObject({ code: 0 })
  })

  it('hides no change, though the file is as large and as old as it was', async () => {
    const paper = await found()
    const file = join(paper.source, 'articles/ferry.md')
    for (const headline of ['Ferry sails at six.', 'Ferry sails at ten.', 'Ferry sails at two.']) {
      const { atime, mtime } = statSync(file)
      writeFileSync(file, story(headline))
      utimesSync(file, atime, mtime)
      expect(await publish(paper)).toMatchObject({ code: 0 })
      const { stories } = await paper.manifest()
      expect(JSON.stringify(stories)).toContain(headline)
    }
  })
})
