import { mkdir, realpath, writeFile } from 'node:fs/promises'
import { dirname, join, resolve, sep } from 'node:path'
import { unzipSync } from 'fflate'
import type { Availability } from '../../contract/check.ts'
import { startJudgingBrowser, withBrowser } from '../browser/judging-browser.ts'
import type { StartedBrowser } from '../browser/start-browser.ts'
import { withDeadline } from '../browser/with-deadline.ts'
import type { Finding, JudgedBytes } from '../java/finding.ts'
import { inTemporaryFolder } from '../in-temporary-folder.ts'
import { installedTool } from '../java/installed-tool.ts'
import { axeRunner } from './axe-runner.ts'
import { loadAce } from './load-ace.ts'
import { readAceReport } from './read-ace-report.ts'

/** Seconds that one book may take. */
const patience = 180

/** Version of DAISY Ace and its browser, `1.4.6, Chromium 147.0.0 (bundled)`, or what to install for it. Never throws. */
export async function aceVersion(namedBrowser?: string): Promise<Availability> {
  const tool = installedTool('DAISY Ace', '@daisy/ace-core')
  if ('missing' in tool) return tool
  const version = withBrowser(tool.version, namedBrowser)
  if (version !== undefined) return { version }
  return { missing: 'DAISY Ace needs a Chromium, and none was found. Run npx puppeteer browsers install chrome-headless-shell.' }
}

/**
 * Let DAISY Ace judge books against EPUB Accessibility 1.1 and WCAG (https://daisy.github.io/ace/), in the order of the books, one
 * browser for all. Never on the network. Throws where it is not at hand, or a book takes more than three minutes.
 */
export async function checkAccessibility(books: readonly JudgedBytes[], signal: AbortSignal): Promise<readonly Finding[][]> {
  signal.throwIfAborted()
  const started = await startJudgingBrowser(signal)
  try {
    const findings: Finding[][] = []
    for (const book of books) findings.push(await withDeadline(checkBook(book, started), patience, signal))
    return findings
  } finally {
    await started.kill()
  }
}

async function checkBook({ bytes }: JudgedBytes, { browser }: StartedBrowser): Promise<Finding[]> {
  return inTemporaryFolder('ace', async (temporary) => {
    const folder = await realpath(temporary)
    const book = join(folder, 'book')
    await unpackInto(book, bytes)
    const failures: unknown[] = []
    const runner = axeRunner(browser, (error) => failures.push(error))
    const options = { cwd: folder, outdir: join(folder, 'report'), tmpdir: join(folder, 'work'), lang: 'en', doNotReportMedia: true }
    const answer = await loadAce()(book, options, runner).catch((error: unknown) => {
      throw failures[0] ?? error
    })
    if (failures.length > 0) throw failures[0]
    return readAceReport(answer[1])
  })
}

async function unpackInto(folder: string, bytes: Uint8Array): Promise<void> {
  for (const [path, content] of Object.entries(unzipSync(bytes))) {
    const file = resolve(folder, path)
    if (!file.startsWith(folder + sep) || path.endsWith('/')) continue
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, content)
  }
}
