import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { once } from 'node:events'
import { readProcess } from './read-process.ts'
import { openSections, type Section } from './sections.ts'
import type { Usage } from './usage.ts'
import { watchMemory } from './watch-memory.ts'
import { watchTree } from './watch-tree.ts'

/** A program to run, by its path or its name on PATH. */
export interface Command {
  program: string
  words: readonly string[]
  folder?: string
  /** After so many it is ended, and the work has failed. */
  seconds: number
}

export interface Measured extends Usage {
  /** None where it was ended from outside. */
  exitCode: number | null
  stdout: string
  /** The end of what it complained of. */
  stderr: string
  /** Parts of its work that it has marked itself. */
  sections: readonly Section[]
}

// Often enough to find a page of the browser, which lives for a tenth of a second.
const millisecondsBetweenLooks = 50

/** Run a program and measure it with everything that it starts. One at a time: processor time is read from our own account of ended children. */
export async function measureCommand({ program, words, folder, seconds }: Command): Promise<Measured> {
  const before = readProcess('self')?.childTime ?? 0
  const started = performance.now()
  const child = spawn(program, words, { ...(folder ? { cwd: folder } : {}), stdio: ['ignore', 'pipe', 'pipe'], detached: true })
  const tree = watchTree(child.pid ?? 0)
  const memory = watchMemory()
  const sections = openSections(tree, memory)
  const look = (): void => {
    tree.scan()
    memory.look(tree.alive())
  }
  const output: string[] = []
  let complaint = ''
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (!sections.mark(line)) output.push(line)
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint = (complaint + text).slice(-2000)
  })
  const looking = setInterval(look, millisecondsBetweenLooks)
  const watchdog = setTimeout(() => end(child.pid), seconds * 1000)
  try {
    look()
    const [exitCode] = (await once(child, 'close')) as [number | null]
    const milliseconds = performance.now() - started
    tree.scan()
    const processorMilliseconds = (readProcess('self')?.childTime ?? 0) - before + tree.orphanedTime()
    return { exitCode, stdout: output.join('\n'), stderr: complaint, sections: sections.all(), milliseconds, processorMilliseconds, ...memory.peaks() }
  } finally {
    clearInterval(looking)
    clearTimeout(watchdog)
  }
}

/** End a process that we have started with its whole group, which it leads. */
function end(pid: number | undefined): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL')
  } catch {
    // It has ended by itself.
  }
}
