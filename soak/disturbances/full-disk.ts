import { inWords, type Ended } from '../machine/galley.ts'
import { faultsOf, type Disturbance } from './disturbance.ts'

/**
 * The disk of `--out` and `--cache` is full but for some bytes, and free again afterwards. Where nothing can be mounted, no file may grow beyond a
 * size instead, which fails at the same places with another name (EFBIG).
 */
export const fullDisk: Disturbance = {
  name: 'disk full',
  async run({ publish, start, chance, disk }) {
    if (disk === undefined) {
      const fileBlocks = chance.pick([1, 8, 40, 120])
      const ended = await start({ ...publish, fileBlocks }).ended
      return { said: `no file over ${fileBlocks} KiB (no disk can be mounted here): ${inWords(ended)}`, faults: faultsOfFull(ended) }
    }
    const left = chance.pick([0, 4, 64, 256, 1024, 4096]) * 1024
    disk.leave(left)
    try {
      const ended = await start(publish).ended
      return { said: `${left / 1024} KiB free: ${inWords(ended)}`, faults: faultsOfFull(ended) }
    } finally {
      disk.free()
    }
  },
}

/** It may do without the cache, and it may give up; what it says then is about the disk. */
function faultsOfFull(ended: Ended): string[] {
  const isOfDisk = ended.code !== 2 || ended.outcome?.diagnostics.some(({ rule }) => rule === 'out-unwritable' || rule === 'out-unfinished')
  return [...faultsOf(ended, [0, 1, 2]), ...(isOfDisk ? [] : ['it was refused, and not for the disk'])]
}
