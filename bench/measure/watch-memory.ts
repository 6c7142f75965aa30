import { proportionalBytes, residentBytes, type ProcessStatus } from './read-process.ts'

/** Peaks in bytes: of the program with all that is not a browser (resident), and of the browser (proportional). */
export interface MemoryPeaks {
  programBytes: number
  browserBytes: number
}

export interface MemoryWatch {
  look(processes: readonly ProcessStatus[]): void
  peaks(): MemoryPeaks
  /** Begin anew, for a section of the work. */
  reset(): void
}

// Reading proportional sizes walks the page tables of the browser: never more than a twentieth of one core goes into it.
const rest = 20

/**
 * Watch how much memory processes hold. A browser is a dozen processes that share most of it, so each counts with its
 * share; node is one process, and is read the cheap way.
 */
export function watchMemory(): MemoryWatch {
  let peaks: MemoryPeaks = { programBytes: 0, browserBytes: 0 }
  let nextLook = 0
  return {
    look(processes) {
      const program = sum(processes.filter(({ isBrowser }) => !isBrowser), residentBytes)
      const browser = processes.filter(({ isBrowser }) => isBrowser)
      const started = performance.now()
      let shared = 0
      if (browser.length > 0 && started >= nextLook) {
        shared = sum(browser, proportionalBytes)
        const now = performance.now()
        nextLook = now + (now - started) * rest
      }
      peaks = { programBytes: Math.max(peaks.programBytes, program), browserBytes: Math.max(peaks.browserBytes, shared) }
    },
    peaks: () => peaks,
    reset: () => {
      peaks = { programBytes: 0, browserBytes: 0 }
    },
  }
}

function sum(processes: readonly ProcessStatus[], bytesOf: (pid: number) => number): number {
  return processes.reduce((total, { pid }) => total + bytesOf(pid), 0)
}
