import { readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Chance } from '../../bench/corpus/chance.ts'
import { inWords } from '../machine/galley.ts'
import { faultsOf, type Disturbance } from './disturbance.ts'

/** Every tenth file of the cache, and at least one, has other bytes, is cut short, empty or gone. */
export const damagedCache: Disturbance = {
  name: 'cache damaged',
  async run({ publish, start, chance }) {
    const entries = await readdir(publish.cache, { recursive: true, withFileTypes: true }).catch(() => [])
    const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)).sort()
    const hit = chance.shuffled(files).slice(0, Math.ceil(files.length / 10))
    for (const file of hit) await damage(file, chance)
    const ended = await start(publish).ended
    return { said: `${hit.length} of ${files.length} files: ${inWords(ended)}`, faults: faultsOf(ended, [0, 1]) }
  },
}

async function damage(file: string, chance: Chance): Promise<void> {
  const bytes = await readFile(file)
  const place = chance.whole(0, Math.max(bytes.length - 1, 0))
  switch (chance.pick(['flip', 'cut', 'empty', 'remove'] as const)) {
    case 'flip': {
      if (bytes.length > 0) bytes.writeUInt8(bytes.readUInt8(place) ^ 0x5a, place)
      return writeFile(file, bytes)
    }
    case 'cut': return truncate(file, place)
    case 'empty': return truncate(file, 0)
    case 'remove': return rm(file)
  }
}
