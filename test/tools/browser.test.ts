import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { PDFDocument } from '@cantoo/pdf-lib'
import { checkProof } from '../../pipeline/tools/browser/check-browser.ts'
import { findBrowsers } from '../../pipeline/tools/browser/find-browsers.ts'
import { startBrowser } from '../../pipeline/tools/browser/start-browser.ts'
import { startJudgingBrowser } from '../../pipeline/tools/browser/judging-browser.ts'
import type { PrintJob } from '../../pipeline/tools/browser/print-job.ts'
import { openPrinter, type Printer } from '../../pipeline/tools/browser/printer.ts'
import { puppeteerBrowser } from '../../pipeline/tools/browser/puppeteer-browser.ts'
import { withLock } from '../../pipeline/tools/browser/with-lock.ts'
import { textOfPdf } from '../../pipeline/tools/pdf/text-of-pdf.ts'

function job(html: string, more: Partial<PrintJob> = {}): PrintJob {
  return { html: `<!doctype html><html lang="en"><title>Proof</title>${html}</html>`, files: async () => undefined, seconds: 30, signal: new AbortController().signal, ...more }
}

/** Processes below this one that run a browser. */
function browserProcesses(isIt: (program: string) => boolean): number[] {
  const all = execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' }).split('\n').map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [])
  const parents = new Map(all.map(([, pid, parent]) => [pid, parent]))
  const isBelow = (pid: string | undefined): boolean => pid !== undefined && (pid === String(process.pid) || isBelow(parents.get(pid)))
  return all.flatMap(([, pid, , program = '']) => (/chrom/.test(program) && isBelow(pid) && isIt(program) ? [Number(pid)] : []))
}

function withoutDatesAndIds(pdf: Uint8Array): string {
  return Buffer.from(pdf).toString('latin1').replaceAll(/D:\d{14}[^)]*|node\d{8}/g, '')
}

describe('the printer', () => {
  let printer: Printer
  let folder: string
  const scratch = tmpdir()

  beforeAll(() => {
    printer = openPrinter({ tabs: 2, documents: 4 })
    folder = mkdtempSync(join(scratch, 'galley-browser-test-'))
  })
  afterAll(async () => {
    await printer.close()
    rmSync(folder, { recursive: true })
  })

  it('does not keep every document that a tab has printed', async () => {
    const { browser, tab, kill } = await startBrowser()
    const documents: number[] = []
    for (let printed = 0; printed < 45; printed++) {
      await tab.print(job('<p>The tide turns at six.</p>'))
      const pages = browser.targets().filter((target) => target.url().startsWith('https://galley.invalid'))
      const [session] = await Promise.all(pages.map((target) => target.createCDPSession()))
      documents.push((await session?.send('Memory.getDOMCounters'))?.documents ?? Infinity)
      await session?.detach()
    }
    await kill()
    // A document that is printed counts twice.
    expect(Math.max(...documents)).toBeLessThan(50)
  })

  it('prints what it is given, and says with what', async () => {
    const { pdf, refused } = await printer.print(job('<p>The tide turns at six.</p>'))
    expect(await textOfPdf(pdf)).toBe('The tide turns at six.')
    expect(refused).toEqual([])
    expect(printer.started()?.name).toMatch(/^Chromium \S+ \((named|puppeteer|bundled|system)\)$/)
  })

  it('hands out files of the story from memory', async () => {
    const asked: string[] = []
    const files = async (path: string) => {
      asked.push(path)
      return { bytes: new TextEncoder().encode('.late { display: none }'), mediaType: 'text/css' }
    }
    const { pdf } = await printer.print(job('<link rel="stylesheet" href="/a.css"><p>At six.</p><p class="late">At seven.</p>', { files }))
    expect(asked).toEqual(['/a.css'])
    expect(await textOfPdf(pdf)).toBe('At six.')
  })

  it('reaches no network and no file of the machine, and tells what was asked for', async () => {
    const visits: string[] = []
    const server = createServer((request, response) => {
      visits.push(request.url ?? '')
      response.end('secret')
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    const secret = join(folder, 'secret.html')
    writeFileSync(secret, 'secret of the machine')
    const page = [`http://127.0.0.1:${port}/picture.png`, `http://localhost:${port}/style.css`].map((url) => `<img src="${url}"><link rel="stylesheet" href="${url}">`)
    const { pdf, refused } = await printer.print(job(`<p>Here.</p>${page.join('')}<iframe src="http://127.0.0.1:${port}/frame"></iframe><iframe src="file://${secret}"></iframe>`))
    await new Promise((resolve) => server.close(resolve))
    expect(visits).toEqual([])
    expect(await textOfPdf(pdf)).not.toContain('secret')
    expect(refused).toContain(`http://127.0.0.1:${port}/picture.png`)
    expect(refused).toContain(`http://127.0.0.1:${port}/frame`)
  })

  it('runs no script', async () => {
    const { pdf } = await printer.print(job('<p>Still.</p><script>document.body.textContent = "moved"</script>'))
    expect(await textOfPdf(pdf)).toBe('Still.')
  })

  it('stops a page that takes too long, and prints the next one', async () => {
    await expect(printer.print(job('<link rel="stylesheet" href="/never.css">', { files: () => new Promise(() => {}), seconds: 1 }))).rejects.toThrow('Expected the page to be printed within 1 seconds')
    expect(await textOfPdf((await printer.print(job('<p>Next.</p>'))).pdf)).toBe('Next.')
  })

  it('stops when the run is stopped', async () => {
    const run = new AbortController()
    const printing = printer.print(job('<link rel="stylesheet" href="/never.css">', { files: () => new Promise(() => {}), signal: run.signal }))
    setTimeout(() => run.abort(new Error('The run was stopped.')), 300)
    await expect(printing).rejects.toThrow('The run was stopped.')
  })

  it('prints on when it has worn out a browser', async () => {
    const texts = await Promise.all(Array.from({ length: 9 }, async (_, index) => textOfPdf((await printer.print(job(`<p>Page ${index}.</p>`))).pdf)))
    expect(texts).toEqual(Array.from({ length: 9 }, (_, index) => `Page ${index}.`))
  })

  it.runIf(process.platform === 'linux').each([
    { what: 'its browser', isIt: (program: string) => !program.includes('--type=') },
    { what: 'the process of its tab', isIt: (program: string) => program.includes('--type=renderer') },
  ])('prints on when $what dies while it loads a document', async ({ isIt }) => {
    const own = openPrinter({ tabs: 2, documents: 100 })
    await own.print(job('<p>One.</p>'))
    let deaths = 0
    const killOnce = async () => {
      for (const pid of deaths++ === 0 ? browserProcesses(isIt) : []) process.kill(pid, 'SIGKILL')
      return { bytes: new Uint8Array(), mediaType: 'text/css' }
    }
    const { pdf } = await own.print(job('<link rel="stylesheet" href="/a.css"><p>Two.</p>', { files: killOnce }))
    await own.close()
    expect(deaths).toBe(2)
    expect(await textOfPdf(pdf)).toBe('Two.')
  })

  it('prints the same whatever it has printed before, but for dates and numbers of ids', async () => {
    const own = openPrinter({ tabs: 1, documents: 100 })
    const table = job('<style>@page { margin: 20mm } td { color: navy }</style><h1>Tides</h1><table><tr><th id="a">At<td headers="a">six</table>')
    const first = await own.print(table)
    await own.print(job('<style>* { color: red }</style><h1>Storm</h1><ul><li>one<li>two</ul>'))
    const again = await own.print(table)
    await own.close()
    expect(withoutDatesAndIds(again.pdf)).toBe(withoutDatesAndIds(first.pdf))
  })

  it('leaves neither a process nor a profile behind', async () => {
    const own = openPrinter({ tabs: 1, documents: 100 })
    // Browsers of other tests may still be ending in the folder that all share.
    const profileFolder = mkdtempSync(join(scratch, 'own-'))
    vi.stubEnv('TMPDIR', profileFolder)
    const profiles = () => readdirSync(profileFolder).filter((name) => name.startsWith('galley-browser-')).length
    await own.print(job('<p>One.</p>'))
    expect(profiles()).toBe(1)
    await own.close()
    expect(profiles()).toBe(0)
    vi.stubEnv('TMPDIR', scratch)
  })
})

describe('the start-up check', () => {
  it('is not content with a blank page, however many bytes it has', async () => {
    const blank = await PDFDocument.create()
    blank.addPage()
    await blank.attach(new Uint8Array(20_000), 'ballast.bin')
    await expect(checkProof(await blank.save())).rejects.toThrow('found a blank page')
  })

  it('passes over a browser that cannot start, and says what was tried', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'galley-browser-test-'))
    const program = join(folder, 'chromium')
    writeFileSync(program, '#!/bin/sh\necho "no display" >&2\nexit 1\n', { mode: 0o755 })
    const printer = openPrinter({ namedPath: program, tabs: 1, documents: 1 })
    await expect(printer.print(job('<p>One.</p>'))).rejects.toThrow(/^Chromium [0-9a-f]{8} \(named\) failed: /)
    await printer.close()
    rmSync(folder, { recursive: true })
  })
})

describe.runIf(process.platform === 'linux')('the browser that judges', () => {
  const folder = mkdtempSync(join(tmpdir(), 'galley-browser-test-'))
  afterEach(() => {
    vi.unstubAllEnvs()
    rmSync(folder, { recursive: true, force: true })
  })

  it('is the one that goes on record, or none', async () => {
    const build = join(folder, 'chrome-headless-shell/linux-131.0.6778.204/chrome-headless-shell-linux64')
    mkdirSync(build, { recursive: true })
    writeFileSync(join(build, 'chrome-headless-shell'), '#!/bin/sh\nexit 1\n', { mode: 0o755 })
    vi.stubEnv('PUPPETEER_CACHE_DIR', folder)
    vi.stubEnv('PUPPETEER_EXECUTABLE_PATH', undefined)
    await expect(startJudgingBrowser(new AbortController().signal)).rejects.toThrow(/^Expected Chromium 131\.0\.6778\.204 \(puppeteer\) to judge, and it does not start, as Chromium \S+ \((bundled|system)\) does\./)
  })
})

describe('the search for a browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'galley-browser-test-'))
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  it('takes the named one and no other', () => {
    expect(findBrowsers('/nowhere/chromium')).toEqual([])
    const [first, ...others] = findBrowsers(process.execPath)
    expect({ origin: first?.origin, others: others.length }).toEqual({ origin: 'named', others: 0 })
  })

  it('takes the newest of puppeteer’s cache, by version and not by date', () => {
    for (const version of ['99.0.1.0', '131.0.6778.204', '131.0.6778.33']) {
      const build = join(folder, 'chrome-headless-shell', `linux-${version}`, 'chrome-headless-shell-linux64')
      mkdirSync(build, { recursive: true })
      writeFileSync(join(build, 'chrome-headless-shell'), '')
      utimesSync(build, 0, 0)
    }
    expect(puppeteerBrowser(folder)?.version).toBe('131.0.6778.204')
    expect(puppeteerBrowser(join(folder, 'empty'))).toBeUndefined()
  })
})

describe('a lock between processes', () => {
  const path = join(tmpdir(), `galley-lock-test-${process.pid}`)
  afterEach(() => rmSync(path, { force: true }))

  it('lets one work at a time', async () => {
    const log: string[] = []
    const work = (name: string) => async () => {
      log.push(`${name} begins`)
      await new Promise((resolve) => setTimeout(resolve, 20))
      log.push(`${name} ends`)
    }
    await Promise.all([withLock(path, work('a')), withLock(path, work('b'))])
    expect(log.length).toBe(4)
    expect(log[0]?.slice(0, 1)).toBe(log[1]?.slice(0, 1))
    expect(existsSync(path)).toBe(false)
  })

  it('is taken over from a process that is no more', async () => {
    writeFileSync(path, '2147483646')
    await expect(withLock(path, async () => {})).resolves.toBeUndefined()
  })
})
