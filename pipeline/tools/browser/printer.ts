import pLimit from 'p-limit'
import { BrowserProblem } from './browser-problem.ts'
import { findBrowsers } from './find-browsers.ts'
import { browserName } from './found-browser.ts'
import { printPage, type PrintedPage, type PrintJob } from './print-page.ts'
import { startBrowser, type StartedBrowser } from './start-browser.ts'
import { withDeadline } from './with-deadline.ts'

/** Which browser prints, and how hard it works. */
export interface PrinterSettings {
  /** Path of a browser; without it the machine is searched. */
  namedPath?: string | undefined
  /** How many pages may be open at once. */
  pages: number
  /** After how many documents the browser is replaced, so that it does not grow. */
  documents: number
}

/** Prints documents with one browser, which is started for the first and replaced when it is worn out or dies. */
export interface Printer {
  /**
   * Print a document on a page of its own; once more, on a new browser, if that fails. Throws a `BrowserProblem` if no
   * browser can be used, a `PrintTimeout`, or the signal's reason.
   */
  print(job: PrintJob): Promise<PrintedPage>
  /** What prints, once it has started. */
  started(): Pick<StartedBrowser, 'name' | 'sandboxed'> | undefined
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
  printed: number
  busy: number
}

/** Open a printer. No browser is started before the first document. */
export function openPrinter(settings: PrinterSettings): Printer {
  const limit = pLimit({ concurrency: settings.pages, rejectOnClear: true })
  const running = new Set<Shift>()
  let current: Shift | undefined
  let last: StartedBrowser | undefined

  function shift(): Shift {
    if (current && current.printed < settings.documents) return current
    retire(current)
    const next: Shift = { browser: startBrowser(settings.namedPath), printed: 0, busy: 0 }
    next.browser.then(
      (started) => {
        last = started
        started.browser.once('disconnected', () => retire(next))
      },
      () => retire(next),
    )
    running.add(next)
    current = next
    return next
  }

  /** Give it no new work, and end it when its last page is done. */
  function retire(worn: Shift | undefined): void {
    if (worn && current === worn) current = undefined
    if (worn && worn.busy === 0) void end(worn)
  }

  async function end(worn: Shift): Promise<void> {
    await worn.browser.then((started) => started.kill(), () => {})
    running.delete(worn)
  }

  async function attempt(job: PrintJob): Promise<PrintedPage> {
    const mine = shift()
    mine.busy += 1
    mine.printed += 1
    try {
      const { browser } = await mine.browser
      return await withDeadline(onFreshPage(browser, job), job.seconds, job.signal)
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
    } catch (error) {
      job.signal.throwIfAborted()
      if (error instanceof BrowserProblem) throw error
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

// A page that printed before gives other structure ids, so none is used twice.
async function onFreshPage(browser: StartedBrowser['browser'], job: PrintJob): Promise<PrintedPage> {
  const page = await browser.newPage()
  const printed = await printPage(page, job)
  // What it printed is complete: nobody waits for it to go.
  page.close().catch(() => {})
  return printed
}
