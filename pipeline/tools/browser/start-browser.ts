import { NoRoom } from '../temporary-folders.ts'
import { BrowserProblem } from './browser-problem.ts'
import { checkBrowser } from './check-browser.ts'
import { findBrowsers } from './find-browsers.ts'
import { browserName, type FoundBrowser } from './found-browser.ts'
import { launchBrowser, type LaunchedBrowser, type Sandbox } from './launch-browser.ts'
import type { Tab } from './tab.ts'
import { withDeadline } from './with-deadline.ts'

/** A browser that has shown that it prints. */
export interface StartedBrowser extends LaunchedBrowser {
  /** `Chromium 147.0.0 (bundled)` */
  name: string
  /** One that is open already. */
  tab: Tab
}

const started = new Map<string, Sandbox>()

/** The browsers that this process has started since this was asked last, each once, with what is to be known of their sandbox. */
export function tellStartedBrowsers(): { name: string; sandbox: Sandbox }[] {
  const told = [...started].map(([name, sandbox]) => ({ name, sandbox }))
  started.clear()
  return told
}

/** Seconds in which a browser that has started must print its proof. */
const patience = 30

/**
 * Start the first browser of this machine that starts and prints what it is given. Throws a `BrowserProblem` that tells of each, `NoRoom`, or
 * the signal's reason.
 */
export async function startBrowser(namedPath?: string, signal: AbortSignal = new AbortController().signal): Promise<StartedBrowser> {
  const found = findBrowsers(namedPath)
  const failures: string[] = []
  for (const candidate of found) {
    try {
      return await startOne(candidate, signal)
    } catch (error) {
      signal.throwIfAborted()
      if (error instanceof NoRoom) throw error
      failures.push(`${browserName(candidate)} failed: ${firstLine(error)}`)
    }
  }
  const named = namedPath ?? process.env['PUPPETEER_EXECUTABLE_PATH']
  throw new BrowserProblem(failures.join(' ') || (named ? `There is no program at "${named}".` : 'None was found on this machine.'))
}

async function startOne(candidate: FoundBrowser, signal: AbortSignal): Promise<StartedBrowser> {
  const launched = await launchBrowser(await candidate.unpack(), signal)
  try {
    const [name, tab] = [browserName(candidate), await withDeadline(checkBrowser(launched), patience, signal)]
    started.set(name, launched.sandbox)
    return { ...launched, name, tab }
  } catch (error) {
    await launched.kill()
    throw error
  }
}

function firstLine(error: unknown): string {
  const lines = (error instanceof Error ? error.message : String(error)).split('\n').map((line) => line.trim()).filter(Boolean)
  return lines.find((line) => line.includes('error')) ?? lines[0] ?? 'no reason given'
}
