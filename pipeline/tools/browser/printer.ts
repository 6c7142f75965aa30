import pLimit from 'p-limit'
import { findBrowsers } from './find-browsers.ts'
import { browserName } from './found-browser.ts'
import type { PrintedPage, PrintJob } from './print-job.ts'
import { startBrowser, type StartedBrowser } from './start-browser.ts'
import { openTab, type Tab } from './tab.ts'
import { withDeadline } from './with-deadline.ts'

/** Which browser prints, and how hard it works. */
export interface PrinterSettings {
  /** Path of a browser; without it the machine is searched. */
  namedPath?: string | undefined
  /** How many tabs may print at once, each in a process of its own. */
  tabs: number
  /** After how many documents the browser is replaced, so that it does not grow. */
  documents: number
}

/** Prints documents with one browser, which is started for the first and replaced when it is worn out or dies. */
export interface Printer {
  /**
   * Print a document in a tab that nothing else uses; once more, on a new browser, if that fails, for whatever reason. Throws a `BrowserProblem`
   * if no browser can be used, `NoRoom`, a `PrintTimeout`, or the signal's reason.
   */
  print(job: PrintJob): Promise<PrintedPage>
  /** What prints, once it has started. */
  started(): Pick<StartedBrowser, 'name' | 'sandbox'> | undefined
  /** End the browser and everything that is still being printed. Printing again starts another. */
  close(): Promise<void>
}

/** What would print, without starting it: `Chromium 147.0.0 (bundled)`; undefined where there is no browser. */
export function printerName(namedPath?: string): string | undefined {
  const [first] = findBrowsers(namedPath)
  return first && browserName(first)
}

interface Shift {
  browser: Promise<StartedBrowser>
  /** Aborted to end one that has not started yet. */
  starting: AbortController
  /** Tabs that have printed and wait for the next document. */
  idle: Tab[]
  printed: number
  busy: number
}

/** Open a printer. No browser is started before the first document. */
export function openPrinter(settings: PrinterSettings): Printer {
  const limit = pLimit({ concurrency: settings.tabs, rejectOnClear: true })
  const running = new Set<Shift>()
  let current: Shift | undefined
  let last: StartedBrowser | undefined

  function shift(): Shift {
    if (current && current.printed < settings.documents) return current
    retire(current)
    const starting = new AbortController()
    const next: Shift = { browser: startBrowser(settings.namedPath, starting.signal), starting, idle: [], printed: 0, busy: 0 }
    next.browser.then(
      (started) => {
        last = started
        next.idle.push(started.tab)
        started.browser.once('disconnected', () => retire(next))
      },
      () => retire(next),
    )
    running.add(next)
    current = next
    return next
  }

  /** Give it no new work, and end it when its last document is done. */
  function retire(worn: Shift | undefined): void {
    if (worn && current === worn) current = undefined
    if (worn && worn.busy === 0) void end(worn)
  }

  async function end(worn: Shift): Promise<void> {
    worn.starting.abort(new Error('The printer was closed.'))
    await worn.browser.then((started) => started.kill(), () => {})
    running.delete(worn)
  }

  async function attempt(job: PrintJob): Promise<PrintedPage> {
    const mine = shift()
    mine.busy += 1
    mine.printed += 1
    try {
      const { browser } = await mine.browser
      return await withDeadline(printOnTab(browser, mine.idle, job), job.seconds, job.signal)
    } catch (error) {
      if (current === mine) current = undefined
      throw error
    } finally {
      mine.busy -= 1
      if (current !== mine) retire(mine)
    }
  }

  async function print(job: PrintJob): Promise<PrintedPage> {
    job.signal.throwIfAborted()
    try {
      return await attempt(job)
    } catch {
      job.signal.throwIfAborted()
      return attempt(job)
    }
  }

  return {
    print: (job) => limit(() => print(job)),
    started: () => last,
    close: async () => {
      current = undefined
      limit.clearQueue()
      await Promise.all([...running].map(end))
    },
  }
}

// A tab is given back only when all went well: of any other, nobody knows what it is still doing.
async function printOnTab(browser: StartedBrowser['browser'], idle: Tab[], job: PrintJob): Promise<PrintedPage> {
  const tab = idle.pop() ?? (await openTab(browser))
  const printed = await tab.print(job)
  idle.push(tab)
  return printed
}
