import { execFile } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, join, posix } from 'node:path'
import { promisify } from 'node:util'
import { unzipSync } from 'fflate'
import type { Browser, Page, Viewport } from 'puppeteer-core'
import { memoryOrigin, serveFromMemory, type MemoryFiles } from '../pipeline/tools/browser/serve-from-memory.ts'
import { startBrowser } from '../pipeline/tools/browser/start-browser.ts'
import { arrange, size } from './arrange-outputs.ts'

/*
 * Draws docs/five-outputs.jpg: one finished story in all its forms, for the README.
 *
 *   npm run draw-outputs                       reads dist/, story world/port-strike
 *   npm run draw-outputs -- DIST SECTION/SLUG
 *
 * Publish first, with every format. Needs `pdftoppm` (Debian: poppler-utils) for the printed page; the browser is the one
 * that prints PDFs (PUPPETEER_EXECUTABLE_PATH names another). The picture is for people: it differs a little from one
 * browser to the next, and no test compares it.
 */
const [dist = 'dist', story = 'world/port-strike'] = process.argv.slice(2)
const target = 'docs/five-outputs.jpg'
const largest = 400_000

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html', '.xhtml': 'application/xhtml+xml', '.css': 'text/css', '.svg': 'image/svg+xml', '.woff2': 'font/woff2',
  '.jpg': 'image/jpeg', '.png': 'image/png', '.webp': 'image/webp', '.avif': 'image/avif',
}
const phone = { width: 390, height: 844, deviceScaleFactor: 1.5 }
const reader = { width: 380, height: 640, deviceScaleFactor: 1.5 }

const started = await startBrowser()
try {
  const forms = await drawForms(started.browser)
  const board = withFiles({ '/': text(arrange()), ...forms })
  await writeFile(target, await underLimit(await shoot(started.browser, { files: board, path: '/', viewport: { ...size, deviceScaleFactor: 1 } })))
} finally {
  await started.kill()
}

/** Every form of the story as a picture, by the address that the board knows it by. */
async function drawForms(browser: Browser): Promise<Record<string, Uint8Array>> {
  const files: MemoryFiles = (path) => onDisk(join(dist, path))
  const book = await openBook()
  return {
    '/web.png': await shoot(browser, { files, path: `/${story}/index.html`, viewport: phone }),
    '/amp.png': await shoot(browser, { files, path: `/${story}/amp/index.html`, viewport: phone, isDark: true }),
    '/book.png': await shoot(browser, { files: book, path: '/OEBPS/text.xhtml', viewport: reader }),
    '/pdf.png': await firstPage(join(dist, story, `${basename(story)}.pdf`)),
    '/og.jpg': await readFile(join(dist, story, 'card-og.jpg')),
    '/story.jpg': await readFile(join(dist, story, 'card-story.jpg')),
    '/label.woff2': await font('inter/files/inter-latin-wght-normal.woff2'),
  }
}

interface Sight {
  files: MemoryFiles
  path: string
  viewport: Viewport
  isDark?: boolean
}

/** What a reader sees of a page at first. No scripts run: AMP's own would be fetched from the network. */
async function shoot(browser: Browser, { files, path, viewport, isDark = false }: Sight): Promise<Uint8Array> {
  const page: Page = await browser.newPage()
  await page.setJavaScriptEnabled(false)
  await page.setViewport(viewport)
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: isDark ? 'dark' : 'light' }])
  await serveFromMemory(page, files)
  await page.goto(`${memoryOrigin}${path}`, { waitUntil: 'networkidle0' })
  const picture = await page.screenshot({ type: 'png' })
  await page.close()
  return picture
}

/** The book as a reading system shows it: with a typeface, a size, margins and pages of its own. */
async function openBook(): Promise<MemoryFiles> {
  const book = unzipSync(await readFile(join(dist, story, `${basename(story)}.epub`)))
  const style = book['OEBPS/style.css']
  if (!style) throw new Error('The book has no OEBPS/style.css.')
  const readers = '@font-face{font-family:R;src:url(/reader.woff2)}html{font:18px/1.5 R;background:#f7f3ea;color:#222}body{margin:32px;height:576px;columns:1;column-gap:64px;column-fill:auto}'
  const pages = Object.entries(book).map(([path, bytes]) => [`/${path}`, bytes] as const)
  return withFiles({
    ...Object.fromEntries(pages),
    '/OEBPS/style.css': text(readers + new TextDecoder().decode(style)),
    '/reader.woff2': await font('source-serif-4/files/source-serif-4-latin-wght-normal.woff2'),
  })
}

async function firstPage(pdf: string): Promise<Uint8Array> {
  const options = { encoding: 'buffer', maxBuffer: 2 ** 26 } as const
  const { stdout } = await promisify(execFile)('pdftoppm', ['-png', '-r', '110', '-f', '1', '-l', '1', pdf], options)
  return stdout
}

/** As JPEG, as fine as the limit allows. */
async function underLimit(picture: Uint8Array): Promise<Uint8Array> {
  const { default: sharp } = await import('sharp')
  for (const quality of [88, 84, 80, 76, 70]) {
    const jpeg = await sharp(picture).jpeg({ quality, mozjpeg: true, chromaSubsampling: '4:4:4' }).toBuffer()
    if (jpeg.length < largest) return jpeg
  }
  throw new Error(`${target} does not fit into ${largest} bytes.`)
}

function withFiles(files: Readonly<Record<string, Uint8Array>>): MemoryFiles {
  return async (path) => {
    const bytes = files[path]
    return bytes && { bytes, mediaType: mediaTypes[posix.extname(path)] ?? 'text/html' }
  }
}

async function onDisk(path: string) {
  const bytes = await readFile(path).catch(() => undefined)
  return bytes && { bytes, mediaType: mediaTypes[posix.extname(path)] ?? 'application/octet-stream' }
}

function font(path: string): Promise<Uint8Array> {
  return readFile(createRequire(import.meta.url).resolve(`@fontsource-variable/${path}`))
}

function text(words: string): Uint8Array {
  return new TextEncoder().encode(words)
}
