import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, describe, expect, it } from 'vitest'
import { startRun, type Run } from '../support/killed-runs.ts'
import { browserProcessesWith, processesWith, whenNoneIsLeft } from '../support/processes-with.ts'
import { foundNewspaper, story, type SmallNewspaper } from '../support/small-newspaper.ts'

const open: SmallNewspaper[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((paper) => paper.close()))
})

const exitCodes = { SIGINT: 130, SIGTERM: 143 } as const
type Signal = keyof typeof exitCodes

/** Published once, then changed. */
async function found(count: number, formats: string): Promise<SmallNewspaper> {
  const stories = Object.fromEntries(Array.from({ length: count }, (_, index) => [`boat-${index}`, story(`Boat ${index} comes home`)]))
  const paper = await foundNewspaper(stories, 'json: {}')
  open.push(paper)
  mkdirSync(join(paper.folder, 'scratch'))
  await start(paper).ended
  await paper.write('publication.yml', `name: The Ferry Gazette\nurl: https://gazette.example\nlanguage: en-GB\ntimezone: Europe/London\nsections:\n  sea: Sea\nrules: { missing-standfirst: off }\nformats:\n${formats.split('\n').map((line) => `  ${line}\n`).join('')}`)
  return paper
}

function start({ source, out, folder }: SmallNewspaper, ...more: string[]): Run {
  return startRun(['publish', '--source', source, '--out', out, '--no-cache', '--jobs', '2', '--now', '2026-11-23T12:00:00Z', ...more], join(folder, 'scratch'))
}

/** Wait for something to show that a run is at a certain point of its work. */
async function until(isSo: () => boolean, run: Run): Promise<void> {
  while (run.process.exitCode === null && run.process.signalCode === null && !isSo()) await wait(10)
}

const exists = (path: string, name: string): boolean => {
  try {
    return readdirSync(path).includes(name)
  } catch {
    return false
  }
}

/** Moments at which somebody may want a run to stop, each with what shows that it has come. */
const moments: { reason: string; formats: string; stories: number; flags?: string[]; has: (paper: SmallNewspaper, run: Run) => boolean }[] = [
  { reason: 'as it begins', formats: 'html: {}', stories: 3, has: ({ out }) => exists(out, '.galley') },
  { reason: 'while stories are drawn and judged', formats: 'html: {}\namp: {}', stories: 30, has: ({ out }) => exists(join(out, '.galley'), 'stage') && readdirSync(join(out, '.galley/stage')).length > 3 },
  { reason: 'while a browser starts', formats: 'pdf: {}', stories: 3, has: (_, { scratch }) => processesWith(scratch).some(({ command }) => command.includes('--user-data-dir')) },
  { reason: 'while a browser prints', formats: 'pdf: {}', stories: 30, has: ({ out }, { scratch }) => browserProcessesWith(scratch).some(({ command }) => command.includes('--type=renderer')) && exists(join(out, '.galley'), 'stage') && readdirSync(join(out, '.galley/stage')).length > 1 },
  { reason: 'while Java judges', formats: 'epub: {}', stories: 3, flags: ['--check', 'full'], has: (_, { scratch }) => processesWith(scratch).some(({ command }) => /java .*epubcheck\.jar/.test(command)) },
  { reason: 'while a browser judges', formats: 'html: {}', stories: 6, flags: ['--check', 'full'], has: (_, { scratch }) => browserProcessesWith(scratch).some(({ command }) => command.includes('--type=renderer')) },
]

describe.runIf(process.platform === 'linux')('a run that is asked to stop', () => {
  for (const [signal, code] of Object.entries(exitCodes) as [Signal, number][]) {
    it.each(moments)(`does so at once by ${signal} $reason, and leaves dist as it was and nothing else`, async ({ formats, stories, flags = [], has }) => {
      const paper = await found(stories, formats)
      const before = await paper.published()
      const run = start(paper, ...flags)
      await until(() => has(paper, run), run)
      const asked = performance.now()
      run.process.kill(signal)
      const ended = await run.ended
      const seconds = (performance.now() - asked) / 1000
      if (process.env['TELL_TIMES']) process.stderr.write(`${signal} ${seconds.toFixed(2)} s\n`)
      expect(ended).toMatchObject({ code, stderr: expect.stringContaining('Stopped. Nothing was published; nothing was touched.') })
      await whenNoneIsLeft(run.scratch)
      expect(await paper.published()).toEqual(before)
      expect(readdirSync(paper.out)).not.toContain('.galley')
      expect(readdirSync(run.scratch)).toEqual([])
      // Two seconds is what is promised; what is measured beside other tests is not.
      expect(seconds).toBeLessThan(10)
    })

    it(`by ${signal} while the files are moved publishes them to the end`, async () => {
      const paper = await found(40, 'html: {}\njson: {}\nfeeds: {}')
      const run = start(paper)
      await until(() => exists(join(paper.out, '.galley'), 'journal.json'), run)
      run.process.kill(signal)
      const ended = await run.ended
      // The journal is there for some milliseconds: a signal that comes after the run finds nothing to stop.
      expect([code, 0, null]).toContain(ended.code)
      expect(ended.stderr).not.toContain('Nothing was published')
      expect(await startRun(['verify', '--out', paper.out], run.scratch).ended).toMatchObject({ code: 0 })
      expect((await paper.manifest()).files.some(({ renderer }) => renderer === 'feeds')).toBe(true)
      expect(readdirSync(run.scratch)).toEqual([])
    })
  }
})

describe.runIf(process.platform === 'linux')('a run that is killed takes with it all that it has started, and the next one removes what it has left', () => {
  const busy = moments.filter(({ reason }) => ['while a browser starts', 'while a browser prints', 'while Java judges', 'while a browser judges'].includes(reason))
  it.each(busy)('$reason', async ({ formats, stories, flags = [], has }) => {
    const paper = await found(stories, formats)
    const run = start(paper, ...flags)
    await until(() => has(paper, run), run)
    run.process.kill('SIGKILL')
    await run.ended
    await whenNoneIsLeft(run.scratch)
    expect(readdirSync(run.scratch)).not.toEqual([])
    expect(await start(paper, '--only', 'boat-0').ended).toMatchObject({ code: 0 })
    expect(readdirSync(run.scratch)).toEqual([])
  })
})
