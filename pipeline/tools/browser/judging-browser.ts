import { BrowserProblem } from './browser-problem.ts'
import { printerName } from './printer.ts'
import { startBrowser, type StartedBrowser } from './start-browser.ts'

/** `4.14.1` as `4.14.1, Chromium 147.0.0 (bundled)`: a verdict holds for one version of the browser, too. Undefined where there is no browser. */
export function withBrowser(version: string, namedPath?: string): string | undefined {
  const name = printerName(namedPath)
  return name === undefined ? undefined : `${version}, ${name}`
}

/** Start the browser that `withBrowser` names. Throws a `BrowserProblem` where another one would judge, because that is not what goes on record. */
export async function startJudgingBrowser(signal: AbortSignal): Promise<StartedBrowser> {
  // One that dies while it starts is no more a verdict than one that dies while it prints.
  const started = await startBrowser(undefined, signal).catch(() => startBrowser(undefined, signal))
  const expected = printerName()
  if (started.name === expected) return started
  await started.kill()
  throw new BrowserProblem(`Expected ${expected} to judge, and it does not start, as ${started.name} does. Remove it, or set PUPPETEER_EXECUTABLE_PATH to the path of another.`)
}

/**
 * Headers with which a judge hands pages to its browser. The judge is a program in the page and needs JavaScript, so a policy (CSP 3) keeps every
 * program and frame of the page’s own from running; what the judge itself evaluates is not under it.
 */
export const judgedHeaders = { 'content-security-policy': "script-src 'none'; worker-src 'none'; frame-src 'none'; object-src 'none'; form-action 'none'" } as const
