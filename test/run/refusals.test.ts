import { mkdir, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { silence } from '../../pipeline/report/watch-progress.ts'
import { acquireLock } from '../../pipeline/run/lock.ts'
import type { PublishOptions } from '../../pipeline/run/publish-options.ts'
import { publish } from '../../pipeline/run/publish.ts'
import { foundNewspaper, story, type SmallNewspaper } from '../support/small-newspaper.ts'

const open: SmallNewspaper[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((paper) => paper.close()))
})

async function found(stories: Record<string, string> = { ferry: story('Ferry stays in port') }): Promise<SmallNewspaper> {
  const paper = await foundNewspaper(stories)
  open.push(paper)
  return paper
}

/** The exit code of a run, and the rules that it broke, each once for each file. */
async function print({ source, out }: SmallNewspaper, more: Partial<PublishOptions> = {}): Promise<{ exitCode: number; rules: string[] }> {
  const options: PublishOptions = { source, out, now: Date.parse('2026-11-23T12:00:00Z'), strict: false, check: 'standard', jobs: 1, signal: new AbortController().signal, ...more }
  const { exitCode, diagnostics } = await publish(options, silence)
  return { exitCode, rules: diagnostics.filter(({ severity }) => severity === 'error').map(({ rule }) => rule) }
}

const refusedBy = (rule: string) => ({ exitCode: 2, rules: [rule] })

interface Refusal {
  /** What makes the run impossible. */
  prepare?(paper: SmallNewspaper): Promise<unknown>
  options?(paper: SmallNewspaper): Partial<PublishOptions>
}

/** Each under the rule that refuses it. The folder has been published into once. */
const refusals: Record<string, Refusal> = {
  'unknown-format': { options: () => ({ formats: ['htlm'] }) },
  'only-matches-nothing': { options: () => ({ only: ['fery'] }) },
  'no-source': { options: ({ folder }) => ({ source: join(folder, 'nowhere') }) },
  'out-not-ours': { prepare: ({ folder }) => mkdir(join(folder, 'thesis/chapter-1'), { recursive: true }), options: ({ folder }) => ({ out: join(folder, 'thesis') }) },
  'out-overlaps-source': { options: ({ source }) => ({ out: join(source, 'dist') }) },
  'out-unwritable': { prepare: ({ folder }) => writeFile(join(folder, 'a-file'), ''), options: ({ folder }) => ({ out: join(folder, 'a-file/dist') }) },
  'out-locked': { prepare: async ({ out }) => (await mkdir(join(out, '.galley')), acquireLock(out)) },
  'manifest-unreadable': { prepare: ({ out }) => writeFile(join(out, 'manifest.json'), '{"schemaVersion":1}') },
  'foreign-file': {
    prepare: async (paper) => {
      await paper.write('articles/gale.md', story('Gale closes the bar'))
      await writeFile(join(paper.out, 'sea/gale'), 'mine')
    },
  },
  'out-unfinished': {
    // Where a page is to go, somebody has made a folder with something in it: a rename cannot replace that.
    prepare: async (paper) => {
      await paper.remove('articles/ferry.md')
      await paper.write('articles/gale.md', story('Gale closes the bar'))
      await rm(join(paper.out, 'sea/ferry/index.html'))
      await mkdir(join(paper.out, 'sea/ferry/index.html/inside'), { recursive: true })
    },
  },
}

describe('a publish that cannot be', () => {
  for (const [rule, { prepare, options }] of Object.entries(refusals)) {
    it(`is refused by ${rule}`, async () => {
      const paper = await found()
      await print(paper)
      await prepare?.(paper)
      expect(await print(paper, options?.(paper))).toEqual(refusedBy(rule))
    })
  }

  it('through a symbolic link into its own source is refused as well', async () => {
    const paper = await found()
    await symlink(paper.source, join(paper.folder, 'mirror'))
    expect(await print(paper, { out: join(paper.folder, 'mirror/dist') })).toEqual(refusedBy('out-overlaps-source'))
  })
})

describe('two stories that cannot both be', () => {
  it('are both kept back, each with the other named: duplicate-slug', async () => {
    const paper = await found({ ferry: story('Ferry stays in port'), 'old/ferry': story('Ferry sailed in 1950') })
    expect(await print(paper)).toEqual({ exitCode: 1, rules: ['duplicate-slug', 'duplicate-slug'] })
  })

  it('are both kept back, each with the other named: duplicate-id', async () => {
    const paper = await found({ ferry: story('Ferry stays in port', 'id: boat-1\n'), gale: story('Gale closes the bar', 'id: boat-1\n') })
    expect(await print(paper)).toEqual({ exitCode: 1, rules: ['duplicate-id', 'duplicate-id'] })
  })
})

describe('a story whose file cannot be read', () => {
  it('stays as it was, and the others are published: unreadable-story', async () => {
    const paper = await found({ ferry: story('Ferry stays in port'), gale: story('Gale closes the bar') })
    await print(paper)
    const before = await paper.published()
    await paper.remove('articles/ferry.md')
    await paper.link('articles/ferry.md', '../elsewhere/ferry.md')
    await paper.write('articles/gale.md', story('Gale opens the bar'))
    expect(await print(paper)).toEqual({ exitCode: 1, rules: ['unreadable-story'] })
    const after = await paper.published()
    expect(after['sea/ferry/index.html']).toBe(before['sea/ferry/index.html'])
    expect(after['sea/gale/index.html']).not.toBe(before['sea/gale/index.html'])
  })
})
