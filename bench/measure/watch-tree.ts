import { readProcess, runningProcesses, type ProcessStatus } from './read-process.ts'

/** A process with all that it has started, and what of them has ended unseen by their parents. */
export interface TreeWatch {
  /** Look who is there now. */
  scan(): void
  alive(): readonly ProcessStatus[]
  /** Milliseconds of processor time of the tree up to the last scan. */
  processorTime(): number
  /** Of it, the time of those whom nobody waited for, so that it is in no parent's account. */
  orphanedTime(): number
}

// After so many scans everybody is looked at again: numbers of processes come back.
const forgetAfter = 100

/** Watch the tree below a process that runs. A process counts from the first scan that finds it. */
export function watchTree(root: number): TreeWatch {
  const known = new Map<number, ProcessStatus>()
  const strangers = new Set<number>()
  let orphaned = 0
  let scans = 0

  const ended = (gone: ProcessStatus, others: ReadonlySet<number>): void => {
    known.delete(gone.pid)
    const parentIsThere = known.has(gone.parent)
    // A browser is killed with all its pages at once; any other parent that ends together with a child has waited for it.
    const isForgotten = gone.pid !== root && !parentIsThere && (gone.isBrowser || !others.has(gone.parent))
    if (isForgotten) orphaned += gone.ownTime + gone.childTime
  }

  const scan = (): void => {
    if (scans++ % forgetAfter === 0) strangers.clear()
    const gone: ProcessStatus[] = []
    for (const [pid, last] of known) {
      const now = readProcess(pid)
      if (now?.started === last.started) known.set(pid, now)
      else gone.push(last)
    }
    const together = new Set(gone.map(({ pid }) => pid))
    for (const last of gone) known.delete(last.pid)
    for (const last of gone) ended(last, together)
    for (const pid of runningProcesses()) {
      if (known.has(pid) || strangers.has(pid)) continue
      const found = readProcess(pid)
      if (found && (pid === root || known.has(found.parent))) known.set(pid, found)
      else strangers.add(pid)
    }
  }

  scan()
  return {
    scan,
    alive: () => [...known.values()],
    processorTime: () => orphaned + [...known.values()].reduce((sum, { ownTime, childTime }) => sum + ownTime + childTime, 0),
    orphanedTime: () => orphaned,
  }
}
