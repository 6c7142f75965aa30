import { createHash } from 'node:crypto'
import { readFileSync, readlinkSync } from 'node:fs'
import { hostname } from 'node:os'

/** When a process of this machine began, in ticks since the machine did; undefined where there is none, or the system does not tell. */
export function beginOf(pid: number): string | undefined {
  return statOf(pid)?.begin
}

/**
 * Whether a process of this machine still runs. With `begin`, a later one that was given its number is not taken for it. One that has ended, and whose parent
 * has not asked for its exit code (as in a container without an init), does not run.
 */
export function isRunning(pid: number, begin?: string): boolean {
  const stat = statOf(pid)
  if (stat !== undefined) return !'ZX'.includes(stat.state) && (begin === undefined || begin === stat.begin)
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** A name for what belongs to this process, as part of a path: `1f2e3d4c-4711-88123`, for machine, number and begin. */
export function ownName(): string {
  return `${machine}-${process.pid}-${beginOf(process.pid) ?? 0}`
}

/** Whether a name is that of a process of this machine that is no more. Of another machine's nobody here can know. */
export function isNameOfDead(name: string): boolean {
  const [where, pid, begin] = name.split('-')
  return where === machine && !isRunning(Number(pid), begin === '0' ? undefined : begin)
}

/** Containers that share a folder number their processes each for themselves. */
const machine = createHash('sha256').update(`${hostname()} ${processSpace()}`).digest('hex').slice(0, 8)

function processSpace(): string {
  try {
    return readlinkSync('/proc/self/ns/pid')
  } catch {
    return ''
  }
}

/** What Linux says of a process (proc(5)): state, group and begin are the 3rd, the 5th and the 22nd field, after a name that may have spaces. Undefined where there is none. */
export function statOf(pid: number): { state: string; group: string; begin: string } | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const [state = '', ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return { state, group: fields[1] ?? '', begin: fields[18] ?? '' }
  } catch {
    return undefined
  }
}
