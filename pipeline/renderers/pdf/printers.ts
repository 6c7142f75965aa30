import { openPrinter, printerName, type Printer } from '../../tools/browser/printer.ts'

// One for each browser that options name; nearly always one.
const printers = new Map<string | undefined, Printer>()
const versions = new Map<string | undefined, string>()

/** The printer that a named browser, or the best one of this machine, works for. It starts with its first document. */
export function printerFor(browser: string | undefined): Printer {
  const printer = printers.get(browser) ?? openPrinter({ namedPath: browser, tabs: 2, documents: 200 })
  printers.set(browser, printer)
  return printer
}

/** What would print, for the cache: `Chromium 147.0.0 (bundled)`, or `no browser`. Every story asks, so it is looked up once in a run. */
export function printerVersion(browser: string | undefined): string {
  const version = versions.get(browser) ?? printerName(browser) ?? 'no browser'
  versions.set(browser, version)
  return version
}

/** End every browser that was started. */
export async function closePrinters(): Promise<void> {
  const open = [...printers.values()]
  printers.clear()
  versions.clear()
  await Promise.all(open.map((printer) => printer.close()))
}
