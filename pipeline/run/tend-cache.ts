import { clearCache, countCache, verifyCache } from '../cache/tend.ts'
import type { CacheReport } from '../contract/outcome.ts'

/** Do what `npm run cache` is asked for, and say it in words. Only a folder that bears the mark of a cache is ever touched. */
export async function tendCache(action: 'stats' | 'clear' | 'verify', folder: string, keep: 'nothing' | 'pictures'): Promise<CacheReport> {
  const missing: CacheReport = { exitCode: 2, lines: [`There is no cache of Galley in ${folder}.`] }
  if (action === 'stats') {
    const count = await countCache(folder)
    return count ? { exitCode: 0, lines: Object.keys(count).length === 0 ? ['The cache is empty.'] : Object.entries(count).map(([kind, { files, bytes }]) => `${kind.padEnd(10)}${String(files).padStart(9)} files${megabytes(bytes).padStart(14)}`) } : missing
  }
  if (action === 'clear') {
    const gone = await clearCache(folder, keep)
    return gone ? { exitCode: 0, lines: [`${gone.files} files removed, ${megabytes(gone.bytes)}.`] } : missing
  }
  const found = await verifyCache(folder)
  if (found === undefined) return missing
  const { files, damaged } = found
  return { exitCode: damaged.length > 0 ? 1 : 0, lines: [...damaged.map((path) => `damaged, and gone: ${path}`), `${files - damaged.length} of ${files} files are whole.`] }
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`
}
