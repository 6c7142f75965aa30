import { posix } from 'node:path'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { html } from '../../pipeline/renderers/html/renderer.ts'
import { memoryOrigin, serveFromMemory } from '../../pipeline/tools/browser/serve-from-memory.ts'
import { startBrowser, type StartedBrowser } from '../../pipeline/tools/browser/start-browser.ts'
import { openNewsroom, type TestNewsroom } from '../support/newsroom.ts'

const stories = ['every-node', 'arabic', 'corrected', 'gated', 'live', 'long-words', 'opinion', 'sponsored', 'two-sentences']
const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html', '.css': 'text/css', '.woff2': 'font/woff2', '.svg': 'image/svg+xml', '.jpg': 'image/jpeg', '.webp': 'image/webp', '.avif': 'image/avif', '.png': 'image/png',
}

describe('a page in a browser', () => {
  let newsroom: TestNewsroom
  let started: StartedBrowser

  beforeAll(async () => {
    newsroom = await openNewsroom()
    started = await startBrowser()
  })
  afterAll(async () => {
    await started?.kill()
    await newsroom?.close()
  })

  /** Open the public page of a story at a width (CSS pixels) and hand it to `look`, with what it said and was refused. */
  async function open<T>(slug: string, width: number, scheme: 'light' | 'dark', look: (page: Page, complaints: string[]) => Promise<T>): Promise<T> {
    const { artifacts, assets } = await newsroom.draw(html, await newsroom.article(slug))
    const files = new Map([...assets, ...artifacts.map(({ path, bytes }) => [path, bytes] as const)])
    const page = await started.browser.newPage()
    const complaints: string[] = []
    page.on('console', (message) => complaints.push(message.text()))
    await page.setViewport({ width, height: 900 })
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }])
    const refused = await serveFromMemory(page, async (path) => {
      const bytes = files.get(path.slice(1))
      return bytes && { bytes, mediaType: mediaTypes[posix.extname(path)] ?? 'application/octet-stream' }
    })
    await page.goto(`${memoryOrigin}/${artifacts[0]?.path}`, { waitUntil: 'load' })
    await page.evaluate('document.fonts.ready.then(() => true)')
    const seen = await look(page, complaints)
    // The icons of the browser's own players are data of its own.
    expect(refused.filter((address) => !address.startsWith('data:image/svg+xml'))).toEqual([])
    await page.close()
    return seen
  }

  it.each(stories)('passes its own policy and loads all that it names: %s', async (slug) => {
    expect(await open(slug, 1024, 'light', async (_, complaints) => complaints)).toEqual([])
  })

  it.each(stories)('is never wider than a narrow phone: %s', async (slug) => {
    expect(await open(slug, 320, 'light', (page) => page.evaluate('document.documentElement.scrollWidth'))).toBe(320)
  })
})
