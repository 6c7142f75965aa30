import { createHash } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Renderer } from '../../pipeline/contract/renderer.ts'
import { deepFreeze } from './deep-freeze.ts'
import { openEditionDesk, type DrawnEdition, type EditionDesk } from './edition-desk.ts'
import { watchNetwork } from './watch-network.ts'

export interface EditionTest {
  /** Paths below dist/ of the files that are kept as snapshots; all others are of their kind. */
  snapshots: readonly string[]
}

/** The promises of the renderer contract about the publication as a whole, checked for one renderer over real stories. */
export function describeEdition<Options>(typed: Renderer<Options>, { snapshots }: EditionTest): void {
  const renderer = typed as Renderer
  describe(`${renderer.name} keeps the contract for the publication as a whole`, () => {
    let desk: EditionDesk
    let drawn: DrawnEdition
    beforeAll(async () => {
      desk = await openEditionDesk()
      drawn = await desk.draw(renderer)
    })
    afterAll(() => desk.close())

    it('has complete options by default', () => {
      const defaults = renderer.options.parse({})
      expect(renderer.options.parse(defaults)).toEqual(defaults)
    })

    it('makes the files that it has planned, each once', () => {
      const paths = drawn.planned.map(({ path, mediaType }) => `${path} ${mediaType}`)
      expect(drawn.artifacts.map(({ path, mediaType }) => `${path} ${mediaType}`).toSorted()).toEqual(paths.toSorted())
      expect(new Set(paths).size).toBe(paths.length)
    })

    it('takes nobody’s place: its files are neither those of a story nor in a folder that is kept free', () => {
      const taken = desk.edition.stories.map(({ path }) => `${path}/`)
      expect(drawn.planned.filter(({ path }) => taken.some((folder) => path.startsWith(folder)) || /^(assets|private)\//.test(path))).toEqual([])
    })

    it('is accepted by its judges, and lacks nothing of what it shows', async () => {
      const judged = await desk.judge(renderer, drawn)
      expect(judged.flatMap(({ diagnostics }) => diagnostics.map(({ reason }) => reason))).toEqual([])
      expect(judged.filter(({ coverage }) => coverage && coverage.found < coverage.written)).toEqual([])
    })

    it('gives equal bytes on a second rendering, of an edition that is frozen and came from another thread', async () => {
      const again = await desk.draw(renderer, { stories: (stories) => deepFreeze(structuredClone(stories) as typeof stories) })
      expect(hashes(again)).toEqual(hashes(drawn))
    })

    it('depends on no clock that the plan has not been told of', async () => {
      const later = await desk.draw(renderer, { now: Date.parse('2031-01-01T00:00:00Z') })
      const samePlan = new Set(later.planned.filter((file) => drawn.planned.some((one) => JSON.stringify(one) === JSON.stringify(file))).map(({ path }) => path))
      const of = ({ artifacts }: DrawnEdition) => hashes({ artifacts: artifacts.filter(({ path }) => samePlan.has(path)) })
      expect(of(later)).toEqual(of(drawn))
    })

    it('never touches the network', async () => {
      const network = watchNetwork()
      await desk.draw(renderer).finally(network.restore)
      expect(network.attempts).toEqual([])
    })

    it('can be made of a publication without stories', async () => {
      const empty = await desk.draw(renderer, { stories: () => [] })
      expect((await desk.judge(renderer, empty, { stories: () => [] })).flatMap(({ diagnostics }) => diagnostics)).toEqual([])
    })

    for (const path of snapshots) {
      it(`draws ${path} as its snapshots show`, async () => {
        const artifact = drawn.artifacts.find((one) => one.path === path)
        if (artifact === undefined) throw new Error(`There is no ${path}.`)
        const folder = join(import.meta.dirname, '../outputs', renderer.name, path)
        const files = await renderer.snapshot(artifact)
        for (const { name, text } of files) await expect(text).toMatchFileSnapshot(join(folder, name))
        const there = existsSync(folder) ? readdirSync(folder) : []
        expect(there.filter((name) => !files.some((file) => file.name === name)), 'snapshots of what is no longer made').toEqual([])
      })
    }
  })
}

function hashes({ artifacts }: Pick<DrawnEdition, 'artifacts'>): string[] {
  return artifacts.map(({ path, bytes }) => `${path} ${createHash('sha256').update(bytes).digest('hex')}`).toSorted()
}
