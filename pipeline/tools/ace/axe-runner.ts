import { readFile } from 'node:fs/promises'
import { extname, join, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser } from 'puppeteer-core'
import { judgedHeaders } from '../browser/judging-browser.ts'
import { memoryOrigin, serveFromMemory, type MemoryFile } from '../browser/serve-from-memory.ts'
import type { AxeRunner } from './load-ace.ts'

/** Ace's pages in a browser of ours, which can read the book's folder and nothing else. Whatever fails is told to `failed`, because Ace would print it. */
export function axeRunner(browser: Browser, failed: (error: unknown) => void): AxeRunner {
  return {
    concurrency: 2,
    setTimeout: () => {},
    launch: async () => {},
    close: async () => {},
    run: async (url, scripts, contents, folder) => {
      try {
        return await runInPage(browser, url, scripts, contents, folder)
      } catch (error) {
        failed(error)
        return { properties: {} }
      }
    },
  }
}

async function runInPage(browser: Browser, url: string, scripts: readonly string[], contents: readonly string[], folder: string): Promise<unknown> {
  const page = await browser.newPage()
  try {
    await serveFromMemory(page, (path) => readBelow(folder, path), judgedHeaders)
    const path = relative(folder, fileURLToPath(url)).split(sep).map(encodeURIComponent).join('/')
    await page.goto(`${memoryOrigin}/${path}`)
    // Ace's scripts make globals, as script elements would: so they are evaluated one by one, as scripts.
    for (const script of [...contents, ...(await Promise.all(scripts.map((file) => readFile(file, 'utf8'))))]) await page.evaluate(`${script}\n;undefined`)
    return await page.evaluate('new Promise((resolve, reject) => window.daisy.ace.run((error, result) => (error ? reject(error) : resolve(result))))')
  } finally {
    await page.close().catch(() => {})
  }
}

async function readBelow(folder: string, path: string): Promise<MemoryFile | undefined> {
  const file = resolve(join(folder, path))
  if (!file.startsWith(folder + sep)) return undefined
  const bytes = await readFile(file).catch(() => undefined)
  return bytes && { bytes, mediaType: mediaTypes[extname(file)] ?? 'application/octet-stream' }
}

const mediaTypes: Readonly<Partial<Record<string, string>>> = {
  '.xhtml': 'application/xhtml+xml',
  '.html': 'application/xhtml+xml',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.webp': 'image/webp',
}
