import { readFile, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { layout } from './cache.ts'
import { hashOf } from './hash-of.ts'
import { isCacheFolder } from './cache-folder.ts'
import { below, filesBelow, type CacheFile } from './prune.ts'
import { readRecord } from './record-file.ts'

/** What lies in a cache, by kind: `pictures`, `stories`, `objects`. */
export type CacheCount = Record<string, { files: number; bytes: number }>

/** Count what lies in a cache; undefined where the folder is none of ours. */
export async function countCache(folder: string): Promise<CacheCount | undefined> {
  if (!isCacheFolder(folder)) return undefined
  const count: CacheCount = {}
  for (const { path, size } of await filesOf(folder)) {
    const kind = kindOf(below(join(folder, layout), path))
    const { files, bytes } = count[kind] ?? { files: 0, bytes: 0 }
    count[kind] = { files: files + 1, bytes: bytes + size }
  }
  return count
}

/** Compare everything in a cache with its hash and remove what is damaged, half written ones too. Answers paths below the folder. */
export async function verifyCache(folder: string): Promise<{ files: number; damaged: string[] } | undefined> {
  if (!isCacheFolder(folder)) return undefined
  const files = await filesOf(folder)
  const damaged: string[] = []
  for (const { path } of files) {
    if (await isWhole(path)) continue
    damaged.push(below(folder, path))
    await rm(path, { force: true })
  }
  return { files: files.length, damaged: damaged.sort() }
}

/** Remove everything, or everything but cut pictures and their measures. Answers what is gone; undefined where the folder is none of ours. */
export async function clearCache(folder: string, keep: 'nothing' | 'pictures'): Promise<{ files: number; bytes: number } | undefined> {
  if (!isCacheFolder(folder)) return undefined
  const files = await filesOf(folder)
  const place = join(folder, layout)
  const kept = keep === 'pictures' ? await ofPictures(place, files) : new Set<string>()
  const gone = files.filter(({ path }) => !kept.has(path))
  for (const { path } of gone) await rm(path, { force: true })
  await rm(join(place, 'size'), { force: true })
  if (keep === 'nothing') await rm(folder, { recursive: true, force: true })
  return { files: gone.length, bytes: gone.reduce((sum, { size }) => sum + size, 0) }
}

async function ofPictures(place: string, files: readonly CacheFile[]): Promise<Set<string>> {
  const records = files.filter(({ path }) => kindOf(below(place, path)) === 'pictures')
  const needed = new Set(records.flatMap(({ path }) => readRecord(path)?.needs.objects ?? []))
  return new Set([...records, ...files.filter(({ path }) => needed.has(basename(path)))].map(({ path }) => path))
}

async function filesOf(folder: string): Promise<CacheFile[]> {
  const place = join(folder, layout)
  const found = await Promise.all(['records', 'objects'].map((name) => filesBelow(join(place, name))))
  return found.flat()
}

function kindOf(path: string): string {
  if (path.startsWith('objects/')) return 'objects'
  return path.startsWith('records/picture') ? 'pictures' : 'stories'
}

async function isWhole(path: string): Promise<boolean> {
  if (path.endsWith('.json')) return readRecord(path) !== undefined
  const bytes = await readFile(path).catch(() => undefined)
  return bytes !== undefined && hashOf(bytes) === basename(path)
}
