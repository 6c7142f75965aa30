import { readFileSync } from 'node:fs'

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

/** What Linux says of a process (proc(5)): state and begin are the 3rd and the 22nd field, after a name that may have spaces. */
function statOf(pid: number): { state: string; begin: string } | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const [state = '', ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return { state, begin: fields[18] ?? '' }
  } catch {
    return undefined
  }
}
