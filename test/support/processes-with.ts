import { readdirSync, readFileSync } from 'node:fs'
import { statOf } from '../../pipeline/tools/processes.ts'

/** A running process. */
export interface RunningProcess {
  pid: number
  command: string
}

/**
 * What runs because of a run: every process with a word in its environment (a folder that only this run knows), in a group with one of those, or, as the tabs
 * of a browser that has died, with a file in memory whose path has the word. Linux only, as is all that looks at other processes here.
 */
export function processesWith(word: string): RunningProcess[] {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap(read)
  const marked = all.filter(({ pid, command }) => fileOf(pid, 'environ').includes(word) || (command.includes('--type=') && fileOf(pid, 'maps').includes(word)))
  const groups = new Set(marked.map(({ group }) => group))
  return all.filter((one) => groups.has(one.group) || marked.includes(one)).map(({ pid, command }) => ({ pid, command }))
}

/** The browser’s own among them: itself, its tabs, its helpers. */
export function browserProcessesWith(word: string): RunningProcess[] {
  return processesWith(word).filter(({ command }) => /chrom|headless/i.test(command.split(' ')[0] ?? ''))
}

/** Resolves when no process is left that was started with a word; throws, naming those that are, after ten seconds. */
export async function whenNoneIsLeft(word: string): Promise<void> {
  for (let wait = 0; wait < 500; wait += 1) {
    if (processesWith(word).length === 0) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error(`still running: ${processesWith(word).map(({ pid, command }) => `${pid} ${command.slice(0, 200)}`).join('; ')}`)
}

/** What has ended and was not asked for its exit code is gone. */
function read(name: string): (RunningProcess & { group: string })[] {
  const pid = Number(name)
  const stat = statOf(pid)
  return stat === undefined || 'ZX'.includes(stat.state) ? [] : [{ pid, group: stat.group, command: fileOf(pid, 'cmdline').replaceAll('\0', ' ') }]
}

function fileOf(pid: number, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8')
  } catch {
    return ''
  }
}
