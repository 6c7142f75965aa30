import type { Usage } from './usage.ts'
import type { MemoryWatch } from './watch-memory.ts'
import type { TreeWatch } from './watch-tree.ts'

/** A part of a program's work that it has marked on its standard output. */
export interface Section extends Usage {
  name: string
}

export interface Sections {
  /** True where the line was a mark and no output. */
  mark(line: string): boolean
  all(): readonly Section[]
}

const begins = '@begin'
const ends = '@end'

/** Read the marks that `section` prints: what it took counts from one to the other, set-up and clearing away do not. */
export function openSections(tree: TreeWatch, memory: MemoryWatch): Sections {
  const found: Section[] = []
  let processorTime = 0
  return {
    mark(line) {
      const [word, name = '', milliseconds] = line.split(' ')
      if (word !== begins && word !== ends) return false
      tree.scan()
      if (word === begins) {
        processorTime = tree.processorTime()
        memory.reset()
      } else {
        memory.look(tree.alive())
        found.push({ name, milliseconds: Number(milliseconds), processorMilliseconds: tree.processorTime() - processorTime, ...memory.peaks() })
      }
      return true
    },
    all: () => found,
  }
}

/** Do some work between two marks, in the program that is measured. */
export async function section(name: string, work: () => Promise<void>): Promise<void> {
  process.stdout.write(`${begins} ${name}\n`)
  const started = performance.now()
  await work()
  process.stdout.write(`${ends} ${name} ${performance.now() - started}\n`)
}
