import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { galley, type Finished } from '../support/run-galley.ts'
import { mountSmallDisk, type SmallDisk } from '../support/small-disk.ts'
import { foundNewspaper, hashesBelow, story, type SmallNewspaper } from '../support/small-newspaper.ts'

const open: { close(): Promise<void> | void }[] = []
afterEach(async () => {
  for (const one of open.splice(0).toReversed()) await one.close()
})

async function found(formats: string): Promise<{ paper: SmallNewspaper; disk: SmallDisk }> {
  const stories = Object.fromEntries(Array.from({ length: 8 }, (_, index) => [`boat-${index}`, story(`Boat ${index} comes home`)]))
  const paper = await foundNewspaper(stories, formats)
  const disk = mountSmallDisk(join(paper.folder, 'disk'), 8)
  open.push(paper, disk)
  return { paper, disk }
}

function publish({ source, folder }: SmallNewspaper, { out = join(folder, 'dist'), cache = join(folder, 'cache'), env = {} } = {}): Promise<Finished> {
  return galley(['publish', '--source', source, '--out', out, '--cache', cache, '--now', '2026-11-23T12:00:00Z'], { env })
}

async function change(paper: SmallNewspaper): Promise<void> {
  for (let index = 0; index < 7; index += 1) await paper.write(`articles/boat-${index}.md`, story(`Boat ${index} leaves again`))
  await paper.write('articles/town/whale.md', story('A whale follows the boats'))
}

const page = 4096

describe.runIf(process.platform === 'linux')('a disk that is full', () => {
  it('under dist stops a publish before anything is touched, wherever it is met, and the next run is like any other', async () => {
    const { paper, disk } = await found('json: {}')
    const out = join(disk.folder, 'dist')
    await publish(paper, { out })
    const old = await hashesBelow(out)
    await change(paper)
    await publish(paper)
    const clean = await hashesBelow(paper.out)
    const refused: number[] = []
    for (const pages of [0, 1, 2, 3, 4, 6, 9, 12, 16, 20, 24, 28, 32, 36, 40, 48]) {
      disk.fill(pages * page)
      const { code, stdout } = await publish(paper, { out })
      if (code === 0) break
      refused.push(pages)
      expect({ pages, code, stdout }).toMatchObject({ code: 2, stdout: expect.stringMatching(/^error {2}\S+ cannot be written to \(the disk is full\)\. Nothing in it was changed\. \[out-unwritable\]\n.+\n\nNothing was published/) })
      expect(await hashesBelow(out)).toEqual(old)
      expect(existsSync(join(out, '.galley'))).toBe(false)
      expect(await galley(['verify', '--out', out])).toMatchObject({ code: 0 })
    }
    expect(refused.length).toBeGreaterThan(8)
    disk.free()
    expect(await publish(paper, { out })).toMatchObject({ code: 0 })
    expect(await hashesBelow(out)).toEqual(clean)
  })

  it('under a dist that is not there yet leaves no trace of it', async () => {
    const { paper, disk } = await found('json: {}')
    for (const pages of [0, 1, 4]) {
      disk.fill(pages * page)
      expect(await publish(paper, { out: join(disk.folder, 'dist') })).toMatchObject({ code: 2 })
      expect(readdirSync(disk.folder)).toEqual(['ballast'])
    }
  })

  it('under the cache makes the next run slower and no run worse', async () => {
    const { paper, disk } = await found('json: {}')
    const cache = join(disk.folder, 'cache')
    await publish(paper)
    const clean = await hashesBelow(paper.out)
    for (const pages of [0, 3, 12, 30]) {
      disk.fill(pages * page)
      const out = join(paper.folder, `dist-${pages}`)
      expect(await publish(paper, { out, cache })).toMatchObject({ code: 0 })
      expect(await hashesBelow(out)).toEqual(clean)
    }
    disk.free()
    expect(await publish(paper, { cache })).toMatchObject({ code: 0 })
    expect(await hashesBelow(paper.out)).toEqual(clean)
    expect(await galley(['cache', 'verify', '--cache', cache])).toMatchObject({ code: 0 })
  })

  it('under the temporary files costs the PDFs, and says why at once: pdf/no-room', async () => {
    const { paper, disk } = await found('json: {}\npdf: {}')
    for (const left of [0, 300_000]) {
      disk.fill(left)
      const { code, stdout } = await publish(paper, { env: { TMPDIR: disk.folder } })
      expect({ code, stdout }).toMatchObject({ code: 1, stdout: expect.stringContaining(`PDF needs a place for temporary files: ${disk.folder} has room for `) })
      expect(stdout.match(/^error/gm)).toHaveLength(1)
      expect(readdirSync(disk.folder)).toEqual(['ballast'])
    }
    disk.free()
    expect((await publish(paper, { env: { TMPDIR: disk.folder } })).stdout).toContain('has room for 8')
    expect(await publish(paper)).toMatchObject({ code: 0 })
    expect(existsSync(join(paper.out, 'sea/boat-1/boat-1.pdf'))).toBe(true)
  })
})

describe.runIf(process.platform === 'linux')('a disk that is read-only', () => {
  it('under dist stops a publish, and what stands there stays', async () => {
    const { paper, disk } = await found('json: {}')
    const out = join(disk.folder, 'dist')
    await publish(paper, { out })
    const old = await hashesBelow(out)
    await change(paper)
    disk.readOnly(true)
    expect(await publish(paper, { out })).toMatchObject({ code: 2, stdout: expect.stringContaining('cannot be written to (it is read-only). Nothing in it was changed. [out-unwritable]') })
    expect(await galley(['verify', '--out', out])).toMatchObject({ code: 0 })
    expect(await hashesBelow(out)).toEqual(old)
    disk.readOnly(false)
    expect(await publish(paper, { out })).toMatchObject({ code: 0 })
  })

  it('under the cache is of no consequence', async () => {
    const { paper, disk } = await found('json: {}')
    disk.readOnly(true)
    expect(await publish(paper, { cache: join(disk.folder, 'cache') })).toMatchObject({ code: 0 })
  })
})

describe.runIf(process.platform === 'linux')('a machine that lacks what others have', () => {
  const lacks: { what: string; env(disk: SmallDisk): NodeJS.ProcessEnv }[] = [
    { what: 'a home', env: () => ({ HOME: undefined }) },
    { what: 'a name for the folder of temporary files', env: () => ({ TMPDIR: undefined }) },
    { what: 'the folder that is named', env: ({ folder }) => ({ TMPDIR: join(folder, 'nowhere') }) },
    { what: 'a folder where one is named', env: () => ({ TMPDIR: '/proc/version' }) },
    { what: 'the right to write into the one that is named', env: (disk) => (disk.readOnly(true), { TMPDIR: disk.folder }) },
    { what: 'both', env: () => ({ HOME: undefined, TMPDIR: undefined }) },
  ]
  it.each(lacks)('prints all the same: $what', async ({ env }) => {
    const { paper, disk } = await found('pdf: {}')
    mkdirSync(join(paper.folder, 'cache'))
    const { code, stdout } = await galley(['publish', '--source', paper.source, '--out', paper.out, '--only', 'boat-1', '--no-cache', '--now', '2026-11-23T12:00:00Z'], { env: env(disk) })
    expect({ code, stdout }).toMatchObject({ code: 0 })
    expect(existsSync(join(paper.out, 'sea/boat-1/boat-1.pdf'))).toBe(true)
  })
})
