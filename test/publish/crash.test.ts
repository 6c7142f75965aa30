import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { commit, recover } from '../../pipeline/run/journal.ts'
import { acquireLock } from '../../pipeline/run/lock.ts'
import { openWorkspace } from '../../pipeline/run/workspace.ts'
import { galley } from '../support/run-galley.ts'
import { foundNewspaper, story, type SmallNewspaper } from '../support/small-newspaper.ts'

const open: SmallNewspaper[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((paper) => paper.close()))
})

async function found(stories: Record<string, string>): Promise<SmallNewspaper> {
  const paper = await foundNewspaper(stories)
  open.push(paper)
  return paper
}

const publish = (paper: SmallNewspaper) => galley(['publish', '--source', paper.source, '--out', paper.out, '--now', '2026-11-23T12:00:00Z'])
const bytes = (text: string) => new TextEncoder().encode(text)

describe('two publishes into one folder', () => {
  it('never mix: the second says who holds the lock and touches nothing', async () => {
    const paper = await found({ ferry: story('Ferry stays in port') })
    await mkdir(join(paper.out, '.galley'), { recursive: true })
    const lock = await acquireLock(paper.out)
    if ('holder' in lock) throw new Error(lock.holder)
    const { code, stdout } = await publish(paper)
    await lock.release()
    expect(code).toBe(2)
    expect(stdout).toContain(`process ${process.pid} on ${hostname()}`)
    expect(existsSync(join(paper.out, 'manifest.json'))).toBe(false)
  })

  it('started at once end as one after the other would: one publishes, one is refused or follows', async () => {
    const paper = await found({ ferry: story('Ferry stays in port') })
    const codes = (await Promise.all([publish(paper), publish(paper), publish(paper)])).map(({ code }) => code)
    expect(codes).toContain(0)
    expect(codes.filter((code) => code !== 0 && code !== 2)).toEqual([])
    expect((await publish(paper)).code).toBe(0)
  })

  it('a lock whose process is gone is taken over', async () => {
    const paper = await found({ ferry: story('Ferry stays in port') })
    await mkdir(join(paper.out, '.galley'), { recursive: true })
    const dead = { token: 'dead', process: 2 ** 22 + 1, host: hostname(), since: '2026-01-01T00:00:00Z' }
    await writeFile(join(paper.out, '.galley/lock'), JSON.stringify(dead))
    expect((await publish(paper)).code).toBe(0)
  })
})

describe('the journal', () => {
  it('is completed by the next run when a run died after writing it', async () => {
    const paper = await found({})
    await mkdir(join(paper.out, '.galley'), { recursive: true })
    await writeFile(join(paper.out, 'old.html'), 'old')
    const workspace = await openWorkspace(paper.out)
    const [page, manifest] = [await workspace.keep(bytes('new')), await workspace.keep(bytes('{}'))]
    const journal = {
      version: 1,
      moves: [{ from: workspace.staged(page), to: 'sea/new.html' }],
      removes: ['old.html'],
      manifest: workspace.staged(manifest),
    }
    await writeFile(join(paper.out, '.galley/journal.json'), JSON.stringify(journal))
    expect(await recover(paper.out)).toBe(true)
    expect(await readFile(join(paper.out, 'sea/new.html'), 'utf8')).toBe('new')
    expect(existsSync(join(paper.out, 'old.html'))).toBe(false)
    expect(await readFile(join(paper.out, 'manifest.json'), 'utf8')).toBe('{}')
    expect(await recover(paper.out)).toBe(false)
  })

  it('can be carried out again from any point at which it was interrupted', async () => {
    const paper = await found({})
    await mkdir(join(paper.out, '.galley'), { recursive: true })
    const workspace = await openWorkspace(paper.out)
    const [page, manifest] = [await workspace.keep(bytes('new')), await workspace.keep(bytes('{}'))]
    const journal = { version: 1 as const, moves: [{ from: workspace.staged(page), to: 'new.html' }], removes: [], manifest: workspace.staged(manifest) }
    await commit(paper.out, journal)
    await writeFile(join(paper.out, '.galley/journal.json'), JSON.stringify(journal))
    expect(await recover(paper.out)).toBe(true)
    expect(await readFile(join(paper.out, 'new.html'), 'utf8')).toBe('new')
  })
})

describe('a run that is stopped', () => {
  for (const [signal, code] of [['SIGINT', 130], ['SIGTERM', 143]] as const) {
    it(`by ${signal} exits with ${code} and leaves dist as it was`, async () => {
      const stories = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`boat-${index}`, story(`Boat ${index} comes home`)]))
      const paper = await found(stories)
      await publish(paper)
      const before = await paper.published()
      await paper.write('articles/boat-1.md', story('Boat 1 is lost'))
      const stopped = await galley(['publish', '--source', paper.source, '--out', paper.out, '--jobs', '1', '--now', '2026-11-23T12:00:00Z'], {
        onStart: (kill) => {
          const waiting = setInterval(() => {
            if (!existsSync(join(paper.out, '.galley/stage'))) return
            clearInterval(waiting)
            kill(signal)
          }, 5)
        },
      })
      expect(stopped.code).toBe(code)
      expect(await paper.published()).toEqual(before)
    })
  }
})
