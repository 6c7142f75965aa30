import { readdirSync, rmSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { quietly } from './quietly.ts'
import { allNeeds, printRecord, readRecord, type Needs, type RecordPage } from './record-file.ts'
import { openVolumes, volumeName } from './volumes.ts'
import { writeWhole } from './write-whole.ts'

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
  /** Forget one record that is not bound, named as `Needs` names it. Answers all that it stood on. */
  remove(record: string): Required<Needs>
  /**
   * Bind what was found and kept on a shelf since the cache was opened into one volume, which the next run reads at once; what was bound before and
   * not used lies by itself again. Only for shelves on which nothing is replaced.
   */
  bind(shelf: string): void
}

/** Open the records in a folder. `prepare` is called before each is written, `onWrite` with the bytes of what was new. */
export function openRecords(folder: string, prepare: () => void, onWrite: (bytes: number) => void): Records {
  // Not by `join`: an unchanged publish makes thousands of these, and every part is a name of ours.
  const pathOf = (shelf: string, name: string): string => `${folder}/${shelf}/${name}.json`
  const volumes = openVolumes(folder, prepare)
  const used = new Map<string, Set<string>>()
  const noteUse = (shelf: string, name: string): void => {
    // A copy: a name that was put together holds on to all of its parts, which is five times as much.
    const own = Buffer.from(name, 'latin1').toString('latin1')
    if (used.get(shelf)?.add(own) === undefined) used.set(Buffer.from(shelf, 'latin1').toString('latin1'), new Set([own]))
  }
  // Shelves of which something was used that lies by itself.
  const unbound = new Set<string>()
  const alone = (shelf: string): string[] =>
    (quietly(() => readdirSync(join(folder, shelf))) ?? []).filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -'.json'.length)).filter((name) => name !== volumeName)
  const namesOn = (shelf: string): string[] => [...new Set([...volumes.of(shelf).keys(), ...alone(shelf)])]
  // Each format looks on the shelf of its story. What another run adds after the first look is made twice.
  const listed = new Map<string, string[]>()
  const list = (shelf: string, prefix: string): string[] => {
    const names = listed.get(shelf) ?? namesOn(shelf)
    if (listed.size === shelvesInMemory) listed.clear()
    listed.set(shelf, names)
    return names.filter((name) => name.startsWith(prefix))
  }
  const pageOf = (shelf: string, name: string): RecordPage | undefined => volumes.of(shelf).get(name) ?? readRecord(pathOf(shelf, name))
  const needsOf = (shelf: string, names: readonly string[]): Required<Needs> => allNeeds(names.map((name) => pageOf(shelf, name)?.needs ?? {}))
  const write = (shelf: string, name: string, page: string, isNew: boolean): void => {
    listed.delete(shelf)
    try {
      prepare()
      if (writeWhole(pathOf(shelf, name), page, isNew)) onWrite(Buffer.byteLength(page))
    } catch {
      // As with objects: what cannot be kept is made again.
    }
  }
  const put = async (shelf: string, name: string, page: string, isNew: boolean): Promise<void> => {
    noteUse(shelf, name)
    unbound.add(shelf)
    write(shelf, name, page, isNew)
  }
  const look = <T>(shelf: string, name: string): T | undefined => pageOf(shelf, name)?.value as T | undefined
  const use = (shelf: string, name: string): void => {
    noteUse(shelf, name)
    if (volumes.of(shelf).has(name)) return volumes.use(shelf)
    unbound.add(shelf)
    quietly(() => utimesSync(pathOf(shelf, name), Date.now() / 1000, Date.now() / 1000))
  }
  const remove = (shelf: string, names: Iterable<string>): void => {
    listed.delete(shelf)
    for (const name of names) quietly(() => rmSync(pathOf(shelf, name), { force: true }))
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
    keep: (shelf, name, value, needs = {}) => put(shelf, name, printRecord({ needs, value }), true),
    replace: (shelf, name, value) => put(shelf, name, printRecord({ needs: {}, value }), false),
    drop(shelf) {
      const needs = needsOf(shelf, namesOn(shelf))
      listed.delete(shelf)
      volumes.put(shelf, new Map())
      unbound.delete(shelf)
      quietly(() => rmSync(join(folder, shelf), { recursive: true, force: true }))
      return needs
    },
    dropUnused(shelf) {
      const [names, inUse, bound] = [namesOn(shelf), used.get(shelf) ?? new Set(), volumes.of(shelf)]
      const unused = names.filter((name) => !inUse.has(name))
      const [needs, others] = [needsOf(shelf, unused), needsOf(shelf, without(names, unused))]
      remove(shelf, unused)
      const usedOfBound = new Map([...bound].filter(([name]) => inUse.has(name)))
      if (usedOfBound.size < bound.size) volumes.put(shelf, usedOfBound)
      return { objects: without(needs.objects, others.objects), records: without(needs.records, others.records) }
    },
    remove(record) {
      const [shelf = '', name = ''] = record.split('/')
      const { objects = [], records = [] } = readRecord(pathOf(shelf, name))?.needs ?? {}
      remove(shelf, [name])
      return { objects, records }
    },
    bind(shelf) {
      if (!unbound.delete(shelf)) return
      // Another run may have bound more of it meanwhile.
      const bound = volumes.of(shelf, true)
      const volume = new Map([...(used.get(shelf) ?? [])].flatMap((name) => {
        const page = pageOf(shelf, name)
        return page ? [[name, page] as const] : []
      }))
      for (const [name, page] of bound) if (!volume.has(name)) write(shelf, name, printRecord(page), true)
      if (volumes.put(shelf, volume)) remove(shelf, volume.keys())
    },
  }
}

/** More than are looked at at a time. */
const shelvesInMemory = 100

function without(names: readonly string[], others: readonly string[]): string[] {
  const taken = new Set(others)
  return names.filter((name) => !taken.has(name))
}
