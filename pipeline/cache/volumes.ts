import { existsSync, rmSync, utimesSync } from 'node:fs'
import { quietly } from './quietly.ts'
import { allNeeds, printRecord, readRecord, type RecordPage } from './record-file.ts'
import { writeWhole } from './write-whole.ts'

/** Name of a volume among the records of its shelf; it is a record itself, so that it is compared with its hash and keeps what it stands on. */
export const volumeName = 'volume'

/** Records of one shelf by their names. */
export type Volume = ReadonlyMap<string, RecordPage>

/**
 * Records of a shelf that a run has used, bound into one file in the place of theirs: to open and mark seventeen small files for each story was a sixth
 * of a publish that finds nothing changed.
 */
export interface Volumes {
  /** What is bound on a shelf; nothing where there is no volume or a damaged one. `isFresh`: as it lies on disk now, whatever was seen of it before. */
  of(shelf: string, isFresh?: boolean): Volume
  /** The volume counts as used now. */
  use(shelf: string): void
  /** Put a volume in the place of the last one. False where it is empty or cannot be written: then there is none. */
  put(shelf: string, volume: Volume): boolean
}

/** More than are looked at at a time. */
const volumesInMemory = 16

/** Open the volumes in a folder of records. `prepare` is called before one is written. */
export function openVolumes(folder: string, prepare: () => void): Volumes {
  const pathOf = (shelf: string): string => `${folder}/${shelf}/${volumeName}.json`
  const [open, used] = [new Map<string, Volume>(), new Set<string>()]
  const read = (shelf: string): Volume => {
    const volume = readVolume(pathOf(shelf))
    open.delete(shelf)
    // None is looked for again, so that the many shelves without one push out none that is in use.
    if (volume.size > 0) open.set(shelf, volume)
    if (open.size > volumesInMemory) open.delete(open.keys().next().value ?? '')
    return volume
  }
  return {
    of: (shelf, isFresh = false) => (isFresh ? undefined : open.get(shelf)) ?? read(shelf),
    use(shelf) {
      if (used.has(shelf)) return
      used.add(shelf)
      quietly(() => utimesSync(pathOf(shelf), Date.now() / 1000, Date.now() / 1000))
    },
    put(shelf, volume) {
      open.delete(shelf)
      const isWritten = volume.size > 0 && quietly(() => (prepare(), writeWhole(pathOf(shelf), printVolume(volume), false))) === true
      // Nothing that is to be forgotten is served of the last one.
      if (!isWritten) quietly(() => rmSync(pathOf(shelf), { force: true }))
      return isWritten
    },
  }
}

function printVolume(volume: Volume): string {
  return printRecord({ needs: allNeeds([...volume.values()].map(({ needs }) => needs)), value: Object.fromEntries(volume) })
}

function readVolume(path: string): Volume {
  // An error costs ten times as much as a look.
  const page = existsSync(path) ? readRecord(path) : undefined
  return new Map(Object.entries((page?.value ?? {}) as Record<string, RecordPage>))
}
