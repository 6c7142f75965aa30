import { readdirSync, readFileSync } from 'node:fs'

/** One process as Linux tells of it (proc(5)). */
export interface ProcessStatus {
  pid: number
  parent: number
  /** Tells it from a later process with the same number. */
  started: string
  isBrowser: boolean
  /** Milliseconds of processor time, user and system: its own, and that of children which it has waited for. */
  ownTime: number
  childTime: number
}

/** User-space ticks: Linux counts a hundred to the second on every machine that Node runs on. */
const millisecondsPerTick = 10

/** Read a process; undefined where it has ended. */
export function readProcess(pid: number | 'self'): ProcessStatus | undefined {
  try {
    return parseStatus(readFileSync(`/proc/${pid}/stat`, 'latin1'))
  } catch {
    return undefined
  }
}

/** The line of `/proc/PID/stat`. The name stands in parentheses and may hold anything. */
export function parseStatus(line: string): ProcessStatus {
  const [open, close] = [line.indexOf('('), line.lastIndexOf(')')]
  const fields = line.slice(close + 2).split(' ')
  const ticks = (from: number): number => (Number(fields[from]) + Number(fields[from + 1])) * millisecondsPerTick
  return {
    pid: Number(line.slice(0, open)),
    parent: Number(fields[1]),
    started: fields[19] ?? '',
    isBrowser: /chrom|headless_shell/i.test(line.slice(open, close)),
    ownTime: ticks(11),
    childTime: ticks(13),
  }
}

/** Numbers of all processes of the machine, ascending. */
export function runningProcesses(): number[] {
  return readdirSync('/proc').map(Number).filter(Number.isInteger).sort((a, b) => a - b)
}

/** Bytes that a process holds in memory (resident set size). */
export function residentBytes(pid: number): number {
  return readNumber(`/proc/${pid}/statm`, /^\d+ (\d+)/) * 4096
}

/** Bytes that a process holds in memory, what it shares divided by the number of those who share it (proportional set size). */
export function proportionalBytes(pid: number): number {
  return readNumber(`/proc/${pid}/smaps_rollup`, /^Pss:\s+(\d+)/m) * 1024
}

function readNumber(path: string, pattern: RegExp): number {
  try {
    return Number(pattern.exec(readFileSync(path, 'latin1'))?.[1] ?? 0)
  } catch {
    return 0
  }
}
