import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openCache } from '../../pipeline/cache/cache.ts'
import { hashOf } from '../../pipeline/cache/hash-of.ts'

let folder: string
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'galley-volumes-'))))
afterEach(() => rmSync(folder, { recursive: true }))

const shelf = 'story-ferry'
const open = (limit = 1_000_000) => openCache({ folder, limit })
const shelfFolder = (): string => join(folder, 'v1/records', shelf)
const files = (): string[] => readdirSync(shelfFolder()).sort()

/** A run that has kept a reading and a page of the story of the ferry, and bound them. */
async function firstRun(): Promise<void> {
  const { records } = open()
  await records.keep(shelf, 'reading-1', { headline: 'Ferry stays in port' })
  await records.keep(shelf, 'html-1', { page: 'index.html' })
  records.bind(shelf)
}

describe('records that were bound', () => {
  it('lie in one file and are found as before', async () => {
    await firstRun()
    expect(files()).toEqual(['volume.json'])
    const { records } = open()
    expect(records.list(shelf, 'html-')).toEqual(['html-1'])
    expect(records.find(shelf, 'html-1')).toEqual({ page: 'index.html' })
    expect(records.find(shelf, 'reading-1')).toEqual({ headline: 'Ferry stays in port' })
    expect(records.find(shelf, 'amp-1')).toBeUndefined()
  })

  it('are missed together where the file is damaged, and never served', async () => {
    await firstRun()
    const path = join(shelfFolder(), 'volume.json')
    writeFileSync(path, readFileSync(path, 'utf8').replace('stays in port', 'sails at noon'))
    const { records } = open()
    expect(records.find(shelf, 'reading-1')).toBeUndefined()
    expect(files()).toEqual([])
  })

  it('count as used together, and are not written again where nothing else was used', async () => {
    await firstRun()
    const path = join(shelfFolder(), 'volume.json')
    utimesSync(path, 1000, 1000)
    const before = statSync(path, { bigint: true }).ino
    const { records } = open()
    records.find(shelf, 'html-1')
    records.bind(shelf)
    expect(statSync(path).mtimeMs).toBeGreaterThan(1_000_000)
    expect(statSync(path, { bigint: true }).ino).toBe(before)
  })

  it('lie by themselves again once a run has used others in their place', async () => {
    await firstRun()
    const { records } = open()
    records.find(shelf, 'reading-1')
    await records.keep(shelf, 'html-2', { page: 'second.html' })
    records.bind(shelf)
    expect(files()).toEqual(['html-1.json', 'volume.json'])
    expect(open().records.find(shelf, 'html-1')).toEqual({ page: 'index.html' })
    expect(open().records.find(shelf, 'html-2')).toEqual({ page: 'second.html' })
  })

  it('are forgotten where they were not used and may tell of what is not public any more', async () => {
    await firstRun()
    const { records } = open()
    records.find(shelf, 'reading-1')
    records.dropUnused(shelf)
    expect(readFileSync(join(shelfFolder(), 'volume.json'), 'utf8')).not.toContain('index.html')
    expect(open().records.find(shelf, 'reading-1')).toEqual({ headline: 'Ferry stays in port' })
  })

  it('answer what they stood on when their shelf is dropped', async () => {
    const { records } = open()
    await records.keep(shelf, 'html-1', {}, { objects: ['a'], records: ['picture-1/cut'] })
    await records.keep(shelf, 'amp-1', {}, { objects: ['a', 'b'] })
    records.bind(shelf)
    expect(open().records.drop(shelf)).toEqual({ objects: ['a', 'b'], records: ['picture-1/cut'] })
    expect(open().records.list(shelf, '')).toEqual([])
  })

  it('keep the files that they stand on when the cache has grown too large', async () => {
    const [page, old] = [Buffer.from('<p>The ferry stays in port.</p>'), Buffer.alloc(5000)]
    const cache = open(4000)
    await cache.objects.keep(hashOf(old), old)
    await cache.records.keep('story-quay', 'html-1', {}, { objects: [hashOf(old)] })
    await cache.objects.keep(hashOf(page), page)
    await cache.records.keep(shelf, 'html-1', { page: 'index.html' }, { objects: [hashOf(page)] })
    cache.records.bind(shelf)
    await cache.close()
    expect(await open().objects.read(hashOf(page))).toEqual(page)
    expect(await open().objects.read(hashOf(old))).toBeUndefined()
    expect(open().records.find(shelf, 'html-1')).toEqual({ page: 'index.html' })
  })
})
