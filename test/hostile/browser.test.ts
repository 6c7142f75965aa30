import { posix } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { html } from '../../pipeline/renderers/html/renderer.ts'
import { pdf } from '../../pipeline/renderers/pdf/renderer.ts'
import { site } from '../../pipeline/renderers/site/renderer.ts'
import { memoryOrigin, serveFromMemory } from '../../pipeline/tools/browser/serve-from-memory.ts'
import { startBrowser, type StartedBrowser } from '../../pipeline/tools/browser/start-browser.ts'
import { openEditionDesk, type EditionDesk } from '../support/edition-desk.ts'
import { texts } from './attacks.ts'
import { storyFile } from './corpus.ts'
import { writeNewspaper } from './hostile-newsroom.ts'
import { textPlaces } from './places.ts'
import { activeIn } from './search/active-in.ts'

const mediaTypes: Readonly<Record<string, string>> = { '.html': 'text/html', '.css': 'text/css', '.woff2': 'font/woff2', '.svg': 'image/svg+xml', '.jpg': 'image/jpeg', '.webp': 'image/webp', '.avif': 'image/avif', '.png': 'image/png' }
const injections = [
  ['a script', '<script>document.title = "pwned"</script>'],
  ['a handler', '<img src="x" onerror="document.title = \'pwned\'">'],
  ['a script of the newspaper’s own server', '<script src="/assets/pwn.js"></script>'],
  ['a frame', '<iframe srcdoc="<script>parent.document.title = \'pwned\'</script>"></iframe>'],
  ['a style', '<p style="color: red" id="pwned">x</p>'],
  ['a picture of somebody', '<img src="https://evil.example/x.png">'],
] as const

describe('in a real browser', () => {
  let paper: Awaited<ReturnType<typeof writeNewspaper>>
  let desk: EditionDesk
  let started: StartedBrowser
  let files: Map<string, Uint8Array>

  beforeAll(async () => {
    const all = Object.values(texts).join(' ')
    const written = textPlaces['short texts of the front matter']?.(all) ?? {}
    paper = await writeNewspaper({ 'articles/sea/hostile.md': storyFile({ ...written, body: `${textPlaces['code']?.(all).body}\n\n## ${texts['script element']}\n\nSix boats left.` }) })
    desk = await openEditionDesk(paper.folder)
    const [page, pages] = [await desk.newsroom.draw(html, await desk.newsroom.article('hostile')), await desk.draw(site)]
    const assets = await Promise.all([...pages.assets].map(async ([path, read]) => [path, await read()] as const))
    files = new Map([...page.assets, ...assets, ...[...page.artifacts, ...pages.artifacts].map(({ path, bytes }) => [path, bytes] as const)])
    files.set('assets/pwn.js', new TextEncoder().encode('document.title = "pwned"'))
    started = await startBrowser()
  })
  afterAll(async () => {
    await started?.kill()
    await desk?.close()
    await paper?.remove()
  })

  /** Open a page, with something more at its end; the title that it has then, and what the browser complained of. */
  async function open(path: string, more = ''): Promise<{ title: string; complaints: string[] }> {
    const page = await started.browser.newPage()
    const complaints: string[] = []
    page.on('console', (message) => complaints.push(message.text()))
    await serveFromMemory(page, async (asked) => {
      const bytes = files.get(asked.slice(1))
      const changed = bytes && asked === `/${path}` ? new TextEncoder().encode(new TextDecoder().decode(bytes).replace('</body>', `${more}</body>`)) : bytes
      return changed && { bytes: changed, mediaType: mediaTypes[posix.extname(asked)] ?? 'text/javascript' }
    })
    await page.goto(`${memoryOrigin}/${path}`, { waitUntil: 'load' })
    const title = await page.title()
    await page.close()
    return { title, complaints }
  }

  it.each(['hostile/index.html', 'index.html', '404.html', 'sea/index.html'])('a page passes its own policy: %s', async (path) => {
    expect((await open(path)).complaints).toEqual([])
  })

  it.each(injections.flatMap(([what, markup]) => ['hostile/index.html', 'index.html'].map((path) => [what, path, markup] as const)))('%s that got into %s would be refused', async (_, path, markup) => {
    const { title, complaints } = await open(path, markup)
    expect(title).not.toContain('pwned')
    expect(complaints.join('\n')).toMatch(/Content Security Policy/)
  })

  it('prints what a hostile author wrote as words', async () => {
    const { artifacts } = await desk.newsroom.draw(pdf, await desk.newsroom.article('hostile'))
    expect((await Promise.all(artifacts.map(activeIn))).flat()).toEqual([])
    expect(await pdf.text(artifacts[0] ?? { path: '', mediaType: '', bytes: new Uint8Array() })).toContain('<script>pwn()</script>')
  })
})
