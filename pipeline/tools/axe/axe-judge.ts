import { readFile } from 'node:fs/promises'
import { posix } from 'node:path'
import type { AxeResults } from 'axe-core'
import type { Page } from 'puppeteer-core'
import { judgedHeaders, startJudgingBrowser } from '../browser/judging-browser.ts'
import { memoryOrigin, serveFromMemory } from '../browser/serve-from-memory.ts'
import type { StartedBrowser } from '../browser/start-browser.ts'
import { axeProgram } from './axe-program.ts'

/** One element that is in somebody's way, with every view in which it is. */
export interface AxeFinding {
  /** Of axe: `color-contrast`. */
  rule: string
  /** What it is about, in axe's words. */
  message: string
  /** The element, shortened. */
  element: string
  /** `360 px dark, 1440 px dark` */
  views: string
}

/** A page and the way to the files that it names, by their paths below `dist/`. */
export interface PageToJudge {
  path: string
  html: Uint8Array
  file(path: string): Promise<Uint8Array | undefined>
}

/** Judges pages in one browser, which is started with the first of them. */
export interface AxeJudge {
  judge(page: PageToJudge): Promise<AxeFinding[]>
  close(): Promise<void>
}

/** WCAG 2.2 A and AA in axe's tags, and what axe calls best practice. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** CSS pixels: a small phone, and a screen on a desk. */
const widths = [360, 1440]
const schemes = ['light', 'dark'] as const
const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html', '.css': 'text/css', '.woff2': 'font/woff2', '.svg': 'image/svg+xml', '.jpg': 'image/jpeg', '.webp': 'image/webp', '.avif': 'image/avif', '.png': 'image/png',
}

/** Open the judge of pages (https://github.com/dequelabs/axe-core). Nothing comes from the network: what is not in the publish is refused. */
export function openAxe(): AxeJudge {
  let starting: Promise<StartedBrowser> | undefined
  let closing = new AbortController()
  return {
    async judge(subject) {
      starting ??= startJudgingBrowser(closing.signal)
      const { browser } = await starting
      const page = await browser.newPage()
      try {
        return await judgeViews(page, subject)
      } finally {
        await page.close().catch(() => undefined)
      }
    },
    async close() {
      closing.abort()
      closing = new AbortController()
      const started = await starting?.catch(() => undefined)
      starting = undefined
      await started?.kill()
    },
  }
}

async function judgeViews(page: Page, { path, html, file }: PageToJudge): Promise<AxeFinding[]> {
  await serveFromMemory(page, async (asked) => {
    const bytes = asked === `/${path}` ? html : await file(asked.slice(1))
    return bytes && { bytes, mediaType: mediaTypes[posix.extname(asked)] ?? 'application/octet-stream' }
  }, judgedHeaders)
  await page.goto(`${memoryOrigin}/${path.split('/').map(encodeURIComponent).join('/')}`, { waitUntil: 'load' })
  // AMP's own program, which is never loaded here, begins by taking away the style that hides the page until then.
  await page.evaluate('document.querySelectorAll("style[amp-boilerplate]").forEach((style) => style.remove())')
  await page.evaluate('document.fonts.ready.then(() => true)')
  await page.evaluate(await readFile(axeProgram(), 'utf8'))
  const found = new Map<string, AxeFinding>()
  for (const width of widths) {
    for (const scheme of schemes) {
      await page.setViewport({ width, height: 900 })
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }])
      const { violations } = (await page.evaluate(`axe.run({ runOnly: ${JSON.stringify(tags)}, resultTypes: ['violations'] })`)) as AxeResults
      for (const { id, help, nodes } of violations) for (const node of nodes) note(found, id, help, node.html, `${width} px ${scheme}`)
    }
  }
  return [...found.values()]
}

function note(found: Map<string, AxeFinding>, rule: string, message: string, element: string, view: string): void {
  const key = `${rule} ${element}`
  const known = found.get(key)
  found.set(key, { rule, message, element: shortened(element), views: known ? `${known.views}, ${view}` : view })
}

function shortened(element: string): string {
  const line = element.replace(/\s+/g, ' ')
  return line.length > 160 ? `${line.slice(0, 160)}…` : line
}
