import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { launchBrowser } from '../../pipeline/tools/browser/launch-browser.ts'
import type { PrintedPage, PrintJob } from '../../pipeline/tools/browser/print-job.ts'
import { openPrinter } from '../../pipeline/tools/browser/printer.ts'
import { textOfPdf } from '../../pipeline/tools/pdf/text-of-pdf.ts'
import { startRun } from '../support/killed-runs.ts'
import { browserProcessesWith, whenNoneIsLeft } from '../support/processes-with.ts'
import { foundNewspaper, story } from '../support/small-newspaper.ts'

function job(html: string, more: Partial<PrintJob> = {}): PrintJob {
  return { html: `<!doctype html><html lang="en"><title>Proof</title>${html}</html>`, files: async () => undefined, seconds: 30, signal: new AbortController().signal, ...more }
}

/** A document that asks for a stylesheet, and what happens when it does. */
function jobThatAsks(words: string, whenAsked: () => void, more: Partial<PrintJob> = {}): PrintJob {
  const files = async () => {
    whenAsked()
    return { bytes: new Uint8Array(), mediaType: 'text/css' }
  }
  return job(`<link rel="stylesheet" href="/a.css"><p>${words}</p>`, { files, ...more })
}

function fontOf({ pdf }: PrintedPage): string | undefined {
  return /\/FontName \/(\S+)/.exec(Buffer.from(pdf).toString('latin1'))?.[1]
}

let scratch: string
beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), 'galley-fire-'))
  vi.stubEnv('TMPDIR', scratch)
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await whenNoneIsLeft(scratch)
  rmSync(scratch, { recursive: true })
})

const send = (signal: NodeJS.Signals, isIt: (command: string) => boolean = () => true): void => {
  for (const { pid, command } of browserProcessesWith(scratch)) if (isIt(command)) process.kill(pid, signal)
}
const isTab = (command: string): boolean => command.includes('--type=renderer')
const isBrowser = (command: string): boolean => command.includes('--user-data-dir')

describe.runIf(process.platform === 'linux')('a printer', () => {
  it('prints on a new browser what hangs with the old one, and ends that', async () => {
    const printer = openPrinter({ tabs: 1, documents: 100 })
    let asked = 0
    const { pdf } = await printer.print(jobThatAsks('At six.', () => (asked += 1) === 1 && send('SIGSTOP'), { seconds: 2 }))
    await printer.close()
    expect(asked).toBe(2)
    expect(await textOfPdf(pdf)).toBe('At six.')
  })

  it('gives up a document with which two browsers have hung, and prints the next one', async () => {
    const printer = openPrinter({ tabs: 1, documents: 100 })
    await expect(printer.print(jobThatAsks('At six.', () => send('SIGSTOP'), { seconds: 1 }))).rejects.toThrow('Expected the page to be printed within 1 seconds')
    expect(await textOfPdf((await printer.print(job('<p>At seven.</p>'))).pdf)).toBe('At seven.')
    await printer.close()
  })

  // The kernel ends the tab of a page that takes all memory just so.
  it.each([{ what: 'its tab', isIt: isTab }, { what: 'its browser', isIt: isBrowser }])('gives up a document with which $what has died twice, and no other', async ({ isIt }) => {
    const printer = openPrinter({ tabs: 1, documents: 100 })
    let deaths = 0
    const deadly = printer.print(jobThatAsks('At six.', () => send('SIGKILL', isIt && ((command) => ((deaths += Number(isIt(command))), isIt(command)))))).then(() => 'printed', (error: Error) => error.message)
    const others = ['One.', 'Two.', 'Three.'].map(async (words) => textOfPdf((await printer.print(job(`<p>${words}</p>`))).pdf))
    expect(await deadly).toMatch(/^The (page crashed|browser ended)\.$/)
    expect(await Promise.all(others)).toEqual(['One.', 'Two.', 'Three.'])
    await printer.close()
    expect(deaths).toBeGreaterThan(1)
  })

  it('prints again what has lost its font, because the process for the network ended', async () => {
    const fonts = fileURLToPath(import.meta.resolve('@fontsource/amiri/files/amiri-latin-400-normal.woff2'))
    const printer = openPrinter({ tabs: 1, documents: 100 })
    const printInAmiri = (whenAsked: () => void) => printer.print(job('<style>@font-face { font-family: A; src: url(/a) } p { font-family: A }</style><p>At six.</p>', {
      files: async () => {
        whenAsked()
        // Time for the browser to notice.
        await wait(100)
        return { bytes: await readFile(fonts), mediaType: 'font/woff2' }
      },
    }))
    let asked = 0
    const struck = await printInAmiri(() => (asked += 1) === 1 && send('SIGKILL', (command) => command.includes('network.mojom')))
    await printer.close()
    expect(asked).toBe(2)
    expect(fontOf(struck)).toMatch(/Amiri/)
  })

  it('closes at once though a browser hangs as it starts', async () => {
    const printer = openPrinter({ tabs: 1, documents: 100 })
    const run = new AbortController()
    const printing = printer.print(job('<p>Never.</p>', { signal: run.signal })).then(() => 'printed', (error: Error) => error.message)
    while (!browserProcessesWith(scratch).some(({ command }) => isBrowser(command))) await wait(5)
    send('SIGSTOP')
    run.abort(new Error('The run was stopped.'))
    await printer.close()
    expect(browserProcessesWith(scratch)).toEqual([])
    expect(await printing).toBe('The run was stopped.')
  })

  it('takes a new browser after so many documents, and keeps none but that and the one that ends', async () => {
    const printer = openPrinter({ tabs: 1, documents: 5 })
    const browsers = new Set<number>()
    for (let number = 1; number <= 12; number += 1) {
      await printer.print(job(`<p>Page ${number}.</p>`))
      const alive = browserProcessesWith(scratch).filter(({ command }) => isBrowser(command))
      for (const { pid } of alive) browsers.add(pid)
      expect(alive.length).toBeLessThan(3)
    }
    expect(browsers.size).toBe(3)
    await printer.close()
  })
})

describe.runIf(process.platform === 'linux')('a browser that starts and never says so', () => {
  it('is given up, and ended', async () => {
    const program = join(scratch, 'chromium')
    writeFileSync(program, '#!/bin/sh\nexec sleep 600\n', { mode: 0o755 })
    await expect(launchBrowser({ program }, new AbortController().signal, 1)).rejects.toThrow('within 1 seconds')
    await whenNoneIsLeft(scratch)
  })
})

describe.runIf(process.platform === 'linux')('a publish whose browser dies twice over one story', () => {
  it('publishes the others, and of that one what needs no browser', async () => {
    const paper = await foundNewspaper(Object.fromEntries(['ferry', 'gale', 'whale'].map((slug) => [slug, story(`The ${slug} comes`)])), 'json: {}\npdf: {}')
    const place = join(paper.folder, 'scratch')
    mkdirSync(place)
    const run = startRun(['publish', '--source', paper.source, '--out', paper.out, '--no-cache', '--jobs', '1', '--now', '2026-11-23T12:00:00Z'], place)
    const killed = new Set<number>()
    while (killed.size < 2 && run.process.exitCode === null) {
      const tab = browserProcessesWith(place).find(({ command }) => isTab(command))
      const browser = browserProcessesWith(place).find(({ pid, command }) => isBrowser(command) && !killed.has(pid))
      if (tab && browser) process.kill(browser.pid, 'SIGKILL')
      if (tab && browser) killed.add(browser.pid)
      await wait(5)
    }
    const { code, stdout } = await run.ended
    expect({ code, stdout }).toMatchObject({ code: 1, stdout: expect.stringMatching(/^1 error, 0 warnings\.$/m) })
    expect(['ferry', 'gale', 'whale'].filter((slug) => existsSync(join(paper.out, `sea/${slug}/${slug}.pdf`)))).toEqual(['gale', 'whale'])
    expect(existsSync(join(paper.out, 'sea/ferry/article.json'))).toBe(true)
    await paper.close()
  })
})
