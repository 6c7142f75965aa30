import { readdirSync, readFileSync, rmSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { hashOf } from './hash-of.ts'
import { quietly } from './quietly.ts'
import { writeWhole } from './write-whole.ts'

/** What a record stands on: it is of no use without these objects and records, and keeps them from being pruned. */
export interface Needs {
  /** sha256 of objects. */
  objects?: readonly string[]
  /** Other records, as `shelf/name`. */
  records?: readonly string[]
}

/**
 * Facts about what was made, as plain data, on shelves: a shelf for each story, so that all that is known of one can be forgotten at once.
 * A record's name says all that it depends on, the code included, so what is found has the shape that was kept.
 */
export interface Records {
  /** The record; undefined where it is not there or damaged. It counts as used now. */
  find<T>(shelf: string, name: string): T | undefined
  /** As `find`, but it does not count as used before somebody says so: of several states of one thing, at most one still holds. */
  look<T>(shelf: string, name: string): T | undefined
  /** What was looked at is of use. */
  use(shelf: string, name: string): void
  /** Names of records that begin with `prefix`, in no order. */
  list(shelf: string, prefix: string): string[]
  keep(shelf: string, name: string, value: unknown, needs?: Needs): Promise<void>
  /** Put a record in the place of another: what was seen of a folder, which is no fact about content. */
  replace(shelf: string, name: string, value: unknown): Promise<void>
  /** Forget a shelf. Answers all that its records stood on. */
  drop(shelf: string): Required<Needs>
  /** Forget what of a shelf was neither found nor kept since the cache was opened. Answers all that only this stood on, of the shelf's. */
  dropUnused(shelf: string): Required<Needs>
  /** Forget one record, named as `Needs` names it. Answers all that it stood on. */
  remove(record: string): Required<Needs>
}

/** Open the records in a folder. `prepare` is called before each is written, `onWrite` with the bytes of what was new. */
export function openRecords(folder: string, prepare: () => void, onWrite: (bytes: number) => void): Records {
  // Not by `join`: an unchanged publish makes thousands of these, and every part is a name of ours.
  const pathOf = (shelf: string, name: string): string => `${folder}/${shelf}/${name}.json`
  const used = new Set<string>()
  const namesOn = (shelf: string): string[] =>
    (quietly(() => readdirSync(join(folder, shelf))) ?? []).filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -'.json'.length))
  // Each format looks on the shelf of its story. What another run adds after the first look is made twice.
  const listed = new Map<string, string[]>()
  const list = (shelf: string, prefix: string): string[] => {
    const names = listed.get(shelf) ?? namesOn(shelf)
    if (listed.size === shelvesInMemory) listed.clear()
    listed.set(shelf, names)
    return names.filter((name) => name.startsWith(prefix))
  }
  const needsOf = (shelf: string, names: readonly string[]): Required<Needs> => {
    const needs = names.map((name) => readRecord(pathOf(shelf, name))?.needs ?? {})
    return { objects: unique(needs.flatMap(({ objects = [] }) => objects)), records: unique(needs.flatMap(({ records = [] }) => records)) }
  }
  const put = async (shelf: string, name: string, page: string, isNew: boolean): Promise<void> => {
    used.add(`${shelf}/${name}`)
    listed.delete(shelf)
    try {
      prepare()
      if (writeWhole(pathOf(shelf, name), page, isNew)) onWrite(Buffer.byteLength(page))
    } catch {
      // As with objects: what cannot be kept is made again.
    }
  }
  const look = <T>(shelf: string, name: string): T | undefined => readRecord(pathOf(shelf, name))?.value as T | undefined
  const use = (shelf: string, name: string): void => {
    used.add(`${shelf}/${name}`)
    quietly(() => utimesSync(pathOf(shelf, name), Date.now() / 1000, Date.now() / 1000))
  }
  return {
    find: <T>(shelf: string, name: string) => {
      const value = look<T>(shelf, name)
      if (value !== undefined) use(shelf, name)
      return value
    },
    look,
    use,
    list,
    keep: (shelf, name, value, needs = {}) => put(shelf, name, printRecord(needs, value), true),
    replace: (shelf, name, value) => put(shelf, name, printRecord({}, value), false),
    drop(shelf) {
      const needs = needsOf(shelf, namesOn(shelf))
      listed.delete(shelf)
      quietly(() => rmSync(join(folder, shelf), { recursive: true, force: true }))
      return needs
    },
    dropUnused(shelf) {
      const names = namesOn(shelf)
      listed.delete(shelf)
      const unused = names.filter((name) => !used.has(`${shelf}/${name}`))
      const [needs, others] = [needsOf(shelf, unused), needsOf(shelf, without(names, unused))]
      for (const name of unused) quietly(() => rmSync(pathOf(shelf, name), { force: true }))
      return { objects: without(needs.objects, others.objects), records: without(needs.records, others.records) }
    },
    remove(record) {
      listed.clear()
      const path = join(folder, ...`${record}.json`.split('/'))
      const { objects = [], records = [] } = readRecord(path)?.needs ?? {}
      quietly(() => rmSync(path, { force: true }))
      return { objects, records }
    },
  }
}

/** More than are looked at at a time. */
const shelvesInMemory = 100

function printRecord(needs: Needs, value: unknown): string {
  const text = JSON.stringify({ needs, value })
  return `${hashOf(text)}\n${text}`
}

/** A record as it lies on disk: the sha256 of what follows, a line end, JSON. Undefined where that is not so. */
export function readRecord(path: string): { needs: Needs; value: unknown } | undefined {
  const page = quietly(() => readFileSync(path, 'utf8'))
  if (page === undefined) return undefined
  const text = page.slice(65)
  if (hashOf(text) === page.slice(0, 64)) return JSON.parse(text) as { needs: Needs; value: unknown }
  // Gone, so that a good one can take its place.
  return void quietly(() => rmSync(path, { force: true }))
}

function without(names: readonly string[], others: readonly string[]): string[] {
  const taken = new Set(others)
  return names.filter((name) => !taken.has(name))
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)]
}
