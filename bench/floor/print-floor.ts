import type { Browser } from 'puppeteer-core'
import { makePrintDocument } from '../../pipeline/renderers/pdf/print-document.ts'
import { pdf } from '../../pipeline/renderers/pdf/renderer.ts'
import { startBrowser } from '../../pipeline/tools/browser/start-browser.ts'
import { section } from '../measure/sections.ts'
import { openStories } from './open-stories.ts'
import { severalAtOnce, widths } from './several-at-once.ts'

/*
 * The floor of printing: a bare puppeteer loop over the pages that our renderer prints, each set in the way that it would
 * try first. Pages and files are made before the clock starts, and so is the browser, which is new for each width.
 *
 *   node print-floor.js NEWSPAPER
 */
interface BarePage {
  html: string
  files: ReadonlyMap<string, { bytes: Uint8Array; mediaType: string }>
}

const origin = 'https://galley.invalid'
const [newspaper = ''] = process.argv.slice(2)
const pages = await makePages(newspaper)
for (const width of widths) {
  const started = await startBrowser()
  await printOne(started.browser, pages[0])
  await section(String(width), () => severalAtOnce(width, pages, (page) => printOne(started.browser, page)))
  await started.kill()
}

async function makePages(folder: string): Promise<BarePage[]> {
  const { stories, contextFor, close } = await openStories(folder)
  const made: BarePage[] = []
  const shared = new Map<string, { bytes: Uint8Array; mediaType: string }>()
  for (const story of stories) {
    const { html, settings, files } = await makePrintDocument(story, await contextFor(pdf, story))
    const text = html(settings[0])
    const own = new Map<string, { bytes: Uint8Array; mediaType: string }>()
    for (const [path] of text.matchAll(/\/(?:fonts|pictures)\/[^"')\s]+/g)) {
      const file = shared.get(path) ?? (await files(path))
      if (file) own.set(path, file)
      if (file && path.startsWith('/fonts/')) shared.set(path, file)
    }
    made.push({ html: text, files: own })
  }
  await close()
  return made
}

async function printOne(browser: Browser, document: BarePage | undefined): Promise<void> {
  if (!document) return
  const page = await browser.newPage()
  await page.setJavaScriptEnabled(false)
  await page.setRequestInterception(true)
  page.on('request', (request) => {
    const path = decodeURIComponent(new URL(request.url()).pathname)
    const file = path === '/' ? { bytes: document.html, mediaType: 'text/html; charset=utf-8' } : document.files.get(path)
    void (file ? request.respond({ contentType: file.mediaType, headers: { 'access-control-allow-origin': '*' }, body: file.bytes }) : request.abort())
  })
  await page.goto(`${origin}/`, { waitUntil: 'load', timeout: 0 })
  await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true, timeout: 0 })
  await page.close()
}
