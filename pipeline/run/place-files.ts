import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Out } from './open-out.ts'
import type { ReadableFile } from './render-story.ts'
import type { Standing } from './standing.ts'
import type { Storeroom } from './storeroom.ts'

/** A file that a run has made or recalled, by what it holds. */
export interface MadeFile {
  /** Below `dist/`. */
  path: string
  sha256: string
  /** Bytes. */
  size: number
}

/** Sees to it that files will stand in `dist/` at the end of a run. */
export interface Placing {
  /** What is kept of a file; undefined where its bytes cannot be had. One that stands in `dist/` is not read before somebody asks. */
  fetch(file: MadeFile): Promise<ReadableFile | undefined>
  /** A file that no reader sees, kept for formats that read it; reading throws where its bytes cannot be had any more. */
  later(file: MadeFile): ReadableFile
  /** Keep a file for later runs. */
  keep(file: ReadableFile): Promise<void>
  /** Put a file into the workspace, unless it stands already. Throws where the disk takes no more. */
  place(file: ReadableFile): Promise<{ stands: boolean }>
}

const [inPlace, inWorkspace] = [{ stands: true }, { stands: false }]

export function openPlacing({ workspace, folder }: Pick<Out, 'workspace' | 'folder'>, standing: Standing, storeroom: Storeroom | undefined): Placing {
  // The fonts of all pages are asked for with every story.
  const [kept, placed] = [new Set<string>(), new Map<string, { stands: boolean }>()]
  const objects = storeroom?.cache.objects
  return {
    async fetch(file) {
      if (placed.has(file.path) || standing.has(file.path, file.sha256)) return { ...file, read: () => readAnyhow(file) }
      const bytes = await objects?.read(file.sha256)
      return bytes && { ...file, read: async () => bytes }
    },
    later(file) {
      const read = async (): Promise<Uint8Array> => {
        const bytes = await objects?.read(file.sha256)
        if (bytes === undefined) throw new Error(`${file.path} is not kept any more.`)
        return bytes
      }
      return { ...file, read }
    },
    async keep({ sha256, read }) {
      if (objects === undefined || kept.has(sha256)) return
      kept.add(sha256)
      if (!objects.has(sha256)) await objects.keep(sha256, await read())
    },
    async place({ path, sha256, read }) {
      const known = placed.get(path)
      if (known !== undefined) return known
      const stands = standing.has(path, sha256)
      if (!stands) await workspace.keep(await read(), sha256)
      const place = stands ? inPlace : inWorkspace
      placed.set(path, place)
      return place
    },
  }

  async function readAnyhow({ path, sha256 }: MadeFile): Promise<Uint8Array> {
    return (await workspace.read(sha256)) ?? (await objects?.read(sha256)) ?? new Uint8Array(await readFile(join(folder, path)))
  }
}
