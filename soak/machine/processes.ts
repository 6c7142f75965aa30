import { readFileSync } from 'node:fs'
import { readProcess, runningProcesses } from '../../bench/measure/read-process.ts'

/** The browser that a process has started, with the processes that it consists of. Linux only. */
export function browsersOf(root: number): number[] {
  const all = runningProcesses().flatMap((pid) => readProcess(pid) ?? [])
  const family = new Set([root])
  for (let size = 0; size < family.size; ) {
    size = family.size
    for (const { pid, parent } of all) if (family.has(parent)) family.add(pid)
  }
  return all.filter(({ pid, isBrowser }) => isBrowser && family.has(pid)).map(({ pid }) => pid)
}

/** Processes that were called with a word of this folder and still run. Linux only. */
export function processesThatName(folder: string): string[] {
  if (process.platform !== 'linux') return []
  return runningProcesses().flatMap((pid) => {
    const line = commandOf(pid)
    return pid !== process.pid && line.includes(folder) ? [`${pid} ${line.slice(0, 100)}`] : []
  })
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
  } catch {
    return ''
  }
}
