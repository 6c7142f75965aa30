import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { launch } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openAxe } from '../../pipeline/tools/axe/axe-judge.ts'
import { findBrowsers } from '../../pipeline/tools/browser/find-browsers.ts'
import type { PrintedPage, PrintJob } from '../../pipeline/tools/browser/print-job.ts'
import { launchBrowser } from '../../pipeline/tools/browser/launch-browser.ts'
import { openPrinter, type Printer } from '../../pipeline/tools/browser/printer.ts'
import { textOfPdf } from '../../pipeline/tools/pdf/text-of-pdf.ts'
import { listenForVisitors, type Visitors } from '../support/watch-network.ts'
import { leadingOn, numberOfLures, pageOfLures, programOf } from './lures.ts'

const pageOf = (body: string): string => `<!doctype html><html lang="en"><title>Proof</title><body><p>Six boats left.</p>${body}</html>`

let visitors: Visitors
let printer: Printer
let temporary: string

beforeAll(async () => {
  visitors = await listenForVisitors()
  temporary = mkdtempSync(join(tmpdir(), 'galley-confined-'))
  vi.stubEnv('GALLEY_TEST_SECRET', 'canary')
  vi.stubEnv('https_proxy', visitors.url)
  vi.stubEnv('ALL_PROXY', visitors.url)
  vi.stubEnv('TMPDIR', temporary)
  printer = openPrinter({ tabs: 2, documents: 1000 })
})
afterAll(async () => {
  await printer.close()
  vi.unstubAllEnvs()
  await visitors.close()
  rmSync(temporary, { recursive: true })
})

function print(body: string, more: Partial<PrintJob> = {}): Promise<PrintedPage> {
  return printer.print({ html: pageOf(body), files: async () => undefined, seconds: 60, signal: new AbortController().signal, ...more })
}

describe('the browser that prints', () => {
  it('visits nobody, whatever a document asks for, and runs no program in it', async () => {
    const { pdf, refused } = await print(pageOfLures(visitors) + programOf(visitors))
    expect(visitors.visits()).toEqual([])
    expect(await textOfPdf(pdf)).not.toContain('RAN')
    // Each name was tried, so what has not arrived was refused and not forgotten.
    for (const address of visitors.addresses('http')) expect(refused.filter((url) => url.startsWith(address)).length).toBeGreaterThan(20)
    expect(numberOfLures(visitors)).toBeGreaterThan(50)
  })

  it('is led nowhere by a document, and prints the next one', async () => {
    await Promise.all(leadingOn(visitors).map(([, body]) => print(body)))
    expect(visitors.visits()).toEqual([])
    expect(await textOfPdf((await print('<p>And came back.</p>')).pdf)).toContain('And came back.')
  })

  it('opens no file of the machine', async () => {
    const secret = join(temporary, 'secret.html')
    writeFileSync(secret, '<p>canary of the machine</p>')
    const spellings = [`file://${secret}`, `file:${secret}`, `FILE://localhost${secret}`, `view-source:file://${secret}`, `filesystem:file://${secret}`, `//${secret}`, secret, `https://galley.invalid/..%2f..%2f..${secret}`]
    const { pdf } = await print(spellings.map((url) => `<iframe src="${url}"></iframe><object data="${url}"></object><embed src="${url}"><link rel="import" href="${url}"><style>@import "${url}";</style>`).join(''))
    expect(await textOfPdf(pdf)).not.toContain('canary')
  })
})

describe('the browser that judges', () => {
  const axe = openAxe()
  afterAll(() => axe.close())
  const judge = (body: string) => axe.judge({ path: 'a.html', html: Buffer.from(pageOf(`<img src="a.png">${body}`)), file: async () => undefined })

  it('visits nobody, and runs no program but the judge', async () => {
    const found = await judge(pageOfLures(visitors) + programOf(visitors))
    expect(visitors.visits()).toEqual([])
    const elements = found.map(({ element }) => element)
    expect(elements).toContain('<img src="a.png">')
    expect(elements.join()).not.toContain('made-by-a-program')
  })

  it('is led nowhere', async () => {
    for (const [, body] of leadingOn(visitors).slice(0, 3)) await judge(body).catch(() => undefined)
    expect(visitors.visits()).toEqual([])
  })
})

describe.runIf(process.platform === 'linux')('every process of the browser', () => {
  const known = ['PATH', 'LD_LIBRARY_PATH', 'HOME', 'TMPDIR', 'TEMP', 'TMP', 'LANG', 'TZ', 'FONTCONFIG_FILE']

  it('hears of nothing in the environment, while it prints, but what it needs, and keeps its files in a profile of its own', async () => {
    let processes: ReturnType<typeof browserProcesses> = []
    const files = async () => {
      processes = browserProcesses()
      return undefined
    }
    await print('<link rel="stylesheet" href="/a.css">', { files })
    expect([...new Set(processes.map(({ kind }) => kind))].sort()).toEqual(expect.arrayContaining(['browser', 'renderer', 'zygote']))
    expect(processes.find(({ kind }) => kind === 'browser')?.names).toEqual(expect.arrayContaining(['PATH', 'HOME', 'FONTCONFIG_FILE']))
    expect(processes.flatMap(({ names }) => names).filter((name) => !known.includes(name) && !isItsOwn(name))).toEqual([])
    expect(processes.map(({ values }) => values).join('\n')).not.toContain('canary')
    expect(profilesIn(temporary).length).toBeGreaterThan(0)
  })

  it('is told of no way to another machine', () => {
    const commands = browserProcesses().map(({ command }) => command)
    expect(commands.length).toBeGreaterThan(2)
    expect(commands.filter((command) => /--remote-debugging-port|canary/.test(command))).toEqual([])
  })
})

it('a browser that does not start leaves no profile either', async () => {
  const own = join(temporary, 'own')
  mkdirSync(own)
  writeFileSync(join(own, 'chromium'), '#!/bin/sh\nexit 1\n', { mode: 0o755 })
  vi.stubEnv('TMPDIR', own)
  const broken = openPrinter({ namedPath: join(own, 'chromium'), tabs: 1, documents: 1 })
  await expect(broken.print({ html: pageOf(''), files: async () => undefined, seconds: 20, signal: new AbortController().signal })).rejects.toThrow('failed')
  await broken.close()
  vi.stubEnv('TMPDIR', temporary)
  expect(profilesIn(own)).toEqual([])
})

it('the browser alone visits nobody, though nothing is refused to a page in it and its programs run', async () => {
  const [found] = findBrowsers()
  const launched = await launchBrowser((await found?.unpack()) ?? { program: 'none' }, new AbortController().signal)
  const page = await launched.browser.newPage()
  await page.setContent(pageOf(pageOfLures(visitors) + programOf(visitors)), { waitUntil: 'load', timeout: 20_000 }).catch(() => undefined)
  await vi.waitFor(async () => expect(await page.evaluate('document.body.innerText')).toContain('RAN'), 10_000)
  await page.evaluate(stunIsDone, visitors.addresses('stun')[0] ?? '')
  await launched.kill()
  expect(visitors.visits()).toEqual([])
})

// The control: without our guards the same page on the same browser does visit, so the counts above mean something.
it('a browser without all this visits, by most of the same ways', async () => {
  const open = await listenForVisitors()
  const [found] = findBrowsers()
  const { program, libraries } = (await found?.unpack()) ?? { program: 'none' }
  const browser = await launch({ executablePath: program, headless: 'shell', pipe: true, args: ['--no-sandbox'], env: { ...process.env, ...(libraries ? { LD_LIBRARY_PATH: libraries } : {}) } })
  const page = await browser.newPage()
  await page.setContent(pageOf(pageOfLures(open) + programOf(open)), { waitUntil: 'load', timeout: 20_000 }).catch(() => undefined)
  await vi.waitFor(() => expect(open.visits().join()).toMatch(/\/socket/), 10_000)
  await browser.close()
  await open.close()
  const ways = new Set(open.visits().flatMap((line) => /^\w+ \/([\w-]+)/.exec(line)?.[1] ?? []))
  expect([...ways]).toEqual(expect.arrayContaining(['picture', 'stylesheet', 'import', 'font', 'prefetch', 'video', 'frame', 'drawing', 'fetch', 'socket']))
  expect(open.visits()).toContain('a datagram')
})

/** Resolves when a browser has looked for all its addresses, and asked this server for one. Runs in the page. */
async function stunIsDone(server: string): Promise<void> {
  const connection = new RTCPeerConnection({ iceServers: [{ urls: server.replace('//', '') }] })
  connection.createDataChannel('x')
  await connection.setLocalDescription(await connection.createOffer())
  await new Promise<void>((resolve) => {
    const look = () => (connection.iceGatheringState === 'complete' ? resolve() : undefined)
    connection.addEventListener('icegatheringstatechange', look)
    look()
  })
}

interface BrowserProcess {
  /** `browser`, `zygote`, `renderer`, `gpu-process`, `utility` */
  kind: string
  command: string
  /** Of the variables in its environment. */
  names: string[]
  /** All that its environment holds. */
  values: string
}

/** The processes below this one that run a browser, as the kernel tells of them. A child may have written its command line over its environment. */
function browserProcesses(): BrowserProcess[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  const parents = new Map(pids.map((pid) => [pid, /^PPid:\s*(\d+)/m.exec(readProc(pid, 'status'))?.[1]]))
  const isBelow = (pid: string | undefined): boolean => pid !== undefined && (pid === String(process.pid) || isBelow(parents.get(pid)))
  return pids.filter(isBelow).flatMap((pid) => {
    const command = readProc(pid, 'cmdline').replaceAll('\0', ' ')
    if (!/chrom/i.test(command)) return []
    const values = readProc(pid, 'environ')
    return [{ kind: /--type=([\w-]+)/.exec(command)?.[1] ?? 'browser', command, values, names: values.split('\0').flatMap((line) => /^([\w()]+)=/.exec(line)?.[1] ?? []) }]
  })
}

/** Of the browser's own making, for its children. */
function isItsOwn(name: string): boolean {
  return /^(?:SBX_|CHROME_)/.test(name)
}

/** A process may end while it is looked at. */
function readProc(pid: string, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch {
    return ''
  }
}

function profilesIn(folder: string): string[] {
  return readdirSync(folder).filter((name) => name.startsWith('galley-browser-'))
}
