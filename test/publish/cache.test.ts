import { createHash } from 'node:crypto'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import type { Outcome } from '../../pipeline/contract/outcome.ts'
import { drawPhoto } from '../support/photos.ts'
import { galley } from '../support/run-galley.ts'
import { foundNewspaper, story, type SmallNewspaper } from '../support/small-newspaper.ts'

const home = join(import.meta.dirname, '../..')
const formats = 'html: {}\nepub: {}\ncard: { sizes: [og] }'
const open: SmallNewspaper[] = []
const folders: string[] = []
afterEach(() => Promise.all(open.splice(0).map((paper) => paper.close())))
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))))

interface Run {
  out?: string
  words?: string[]
  start?: string
  env?: NodeJS.ProcessEnv
}

/** Publish as the command does, with a cache of the newspaper's own. */
async function print({ source, folder, out }: SmallNewspaper, run: Run = {}): Promise<Outcome> {
  const words = ['publish', '--json', '--now', '2026-11-23T12:00:00Z', '--source', source, '--out', run.out ?? out, '--cache', join(folder, 'cache'), ...(run.words ?? [])]
  const { stdout, stderr } = await galley(words, { ...(run.start ? { start: run.start } : {}), ...(run.env ? { env: run.env } : {}) })
  if (stdout === '') throw new Error(stderr)
  return JSON.parse(stdout) as Outcome
}

/** How often each format was drawn: `html 2, card 1`. */
function drawn({ work }: Outcome): string {
  return work.filter((one) => one.drawn > 0).map((one) => `${one.format} ${one.drawn}`).join(', ')
}

async function found(stories: Record<string, string>): Promise<SmallNewspaper> {
  const paper = await foundNewspaper(stories, formats)
  open.push(paper)
  return paper
}

const boat = 'lead:\n  src: /media/boat.jpg\n  alt: A boat at the quay.\n  credit: Mara Quill\n'

async function withPhoto(): Promise<SmallNewspaper> {
  const paper = await found({ ferry: story('Ferry stays in port', boat), quay: story('Quay is closed'), gale: story('Gale closes the bar', 'related:\n  - ref: quay\n') })
  await mkdir(join(paper.source, 'media'), { recursive: true })
  await writeFile(join(paper.source, 'media/boat.jpg'), await drawPhoto(1200, 800).toBuffer())
  return paper
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}

/** A copy of the project whose code and templates can be changed. */
async function copyProject(): Promise<string> {
  const copy = await mkdtemp(join(tmpdir(), 'galley-copy-'))
  folders.push(copy)
  for (const name of ['pipeline', 'templates', 'package.json', 'package-lock.json', 'tsconfig.json']) await cp(join(home, name), join(copy, name), { recursive: true })
  await mkdir(join(copy, 'node_modules'))
  for (const name of await readdir(join(home, 'node_modules'))) if (name !== '.cache') await symlink(join(home, 'node_modules', name), join(copy, 'node_modules', name))
  return copy
}

/** Packages whose modules were loaded: node writes what it ran when it ends (NODE_V8_COVERAGE). */
async function loadedBy(words: string[]): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'galley-loaded-'))
  folders.push(folder)
  await galley(words, { env: { NODE_V8_COVERAGE: folder } })
  const reports = await Promise.all((await readdir(folder)).map(async (name) => JSON.parse(await readFile(join(folder, name), 'utf8')) as { result: { url: string }[] }))
  return reports.flatMap(({ result }) => result.map(({ url }) => url))
}

/** Where a run says that something could not be carried. */
function linesOfLosses({ diagnostics }: Outcome): (number | undefined)[] {
  return diagnostics.filter(({ rule }) => rule === 'not-carried').map(({ line }) => line)
}

/** Let a cache forget records by the begin of their names, which were bound story by story. */
async function loseRecords({ folder }: SmallNewspaper, prefix: string): Promise<void> {
  const volumes = (await filesBelow(join(folder, 'cache/v1/records'))).filter((path) => basename(path) === 'volume.json')
  let lost = 0
  for (const path of volumes) {
    const { needs, value } = JSON.parse((await readFile(path, 'utf8')).slice(65)) as { needs: unknown; value: Record<string, unknown> }
    const kept = Object.entries(value).filter(([name]) => !name.startsWith(prefix))
    lost += Object.keys(value).length - kept.length
    const text = JSON.stringify({ needs, value: Object.fromEntries(kept) })
    await writeFile(path, `${createHash('sha256').update(text).digest('hex')}\n${text}`)
  }
  expect(lost).toBeGreaterThan(0)
}

describe('what is published again', () => {
  it('is drawn where something that it shows has changed, and nowhere else', async () => {
    const paper = await withPhoto()
    expect(drawn(await print(paper))).toBe('html 3, epub 3, card 3, json 3, kills 1')
    const first = await paper.published()
    expect(drawn(await print(paper))).toBe('')
    expect(await paper.published()).toEqual(first)

    await paper.write('articles/ferry.md', story('Ferry sails', boat))
    expect(drawn(await print(paper))).toBe('html 1, epub 1, card 1, json 1')

    // The headline of the quay's story stands on the page of the gale's, too.
    await paper.write('articles/quay.md', story('Quay is open'))
    expect(drawn(await print(paper))).toBe('html 2, epub 2, card 1, json 2')

    await writeFile(join(paper.source, 'media/boat.jpg'), await drawPhoto(1300, 800).toBuffer())
    expect(drawn(await print(paper))).toBe('html 1, epub 1, card 1, json 1')

    const settings = await readFile(join(paper.source, 'publication.yml'), 'utf8')
    await paper.write('publication.yml', `${settings}slogan: Light on the water\n`)
    expect(drawn(await print(paper))).toBe('html 3, epub 3')

    await paper.remove('articles/quay.md')
    const last = await print(paper)
    expect(last.stories.removed).toBe(1)
    expect(Object.keys(await paper.published()).filter((path) => path.includes('/quay/'))).toEqual([])
  }, 300_000)

  it('comes whole out of the cache where dist is gone', async () => {
    const paper = await withPhoto()
    await print(paper)
    const first = await paper.published()
    await rm(paper.out, { recursive: true })
    expect(drawn(await print(paper))).toBe('')
    expect(await paper.published()).toEqual(first)
  })

  it('mends what somebody has changed in dist', async () => {
    const paper = await found({ ferry: story('Ferry stays in port') })
    await print(paper)
    const first = await paper.published()
    const page = join(paper.out, 'sea/ferry/index.html')
    await writeFile(page, (await readFile(page, 'utf8')).replace('seven', 'eight'))
    expect(drawn(await print(paper))).toBe('')
    expect(await paper.published()).toEqual(first)
  })

  it('is drawn anew with --no-cache, to the same bytes', async () => {
    const paper = await withPhoto()
    await print(paper)
    const first = await paper.published()
    expect(drawn(await print(paper, { words: ['--no-cache'] }))).toBe('html 3, epub 3, card 3, json 3, kills 1')
    expect(await paper.published()).toEqual(first)
  })

  it('says what it says of a story at the place where that stands now', async () => {
    const text = story('Ferry stays in port').replace('The second', '::embed[A map of the bar]{url=https://maps.example/bar}\n\nThe second')
    const paper = await found({ ferry: text })
    const before = linesOfLosses(await print(paper))
    await paper.write('articles/ferry.md', text.replace('---\n', '---\nnote: For the desk.\n'))
    const outcome = await print(paper)
    expect(drawn(outcome)).toBe('')
    expect(before.length).toBeGreaterThan(0)
    expect(linesOfLosses(outcome)).toEqual(before.map((line) => (line ?? 0) + 1))
  })

  it('is explained for one story with --explain: unknown-explained', async () => {
    const paper = await found({ ferry: story('Ferry stays in port') })
    await print(paper)
    const settings = await readFile(join(paper.source, 'publication.yml'), 'utf8')
    await paper.write('publication.yml', `${settings}slogan: Light on the water\n`)
    const { explanations } = await print(paper, { words: ['--explain', 'ferry'] })
    expect(explanations?.map(({ format, reason }) => `${format}: ${reason ?? 'as it was'}`)).toEqual(['html: "slogan" in publication.yml', 'epub: "slogan" in publication.yml', 'card: as it was', 'json: as it was'])
    const refused = await print(paper, { words: ['--explain', 'fery'] })
    expect(refused.diagnostics.map(({ rule, reason }) => `${rule}: ${reason}`)).toEqual(['unknown-explained: No story has the slug "fery". Did you mean "ferry"?'])
  })
})

describe('a change of Galley itself', () => {
  it('draws again what a changed template or renderer makes, and nothing else', async () => {
    const [paper, copy] = await Promise.all([withPhoto(), copyProject()])
    const start = join(copy, 'pipeline/start.js')
    const append = async (path: string, text: string) => writeFile(join(copy, path), (await readFile(join(copy, path), 'utf8')) + text)
    await print(paper, { start })
    await append('templates/epub/style.css', '\np { color: inherit }\n')
    expect(drawn(await print(paper, { start }))).toBe('epub 3')
    await append('templates/html/page.tsx', '\n// Another hand.\n')
    expect(drawn(await print(paper, { start }))).toBe('html 3')
    await append('pipeline/renderers/json/plain-text.ts', '\n// Another hand.\n')
    expect(drawn(await print(paper, { start }))).toBe('json 3')
  })
})

describe('the cache', () => {
  it('never serves what is damaged: it is made again, and the bytes are the same', async () => {
    const paper = await withPhoto()
    await print(paper)
    const first = await paper.published()
    const objects = await filesBelow(join(paper.folder, 'cache/v1/objects'))
    for (const path of objects) {
      const bytes = await readFile(path)
      bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1
      await writeFile(path, bytes)
    }
    await rm(paper.out, { recursive: true })
    expect(drawn(await print(paper))).toBe('html 3, epub 3, card 3, json 3, kills 1')
    expect(await paper.published()).toEqual(first)
  })

  it.each([
    ['makes anew what feeds read of a story that was recalled, where that is damaged or gone', ''],
    ['makes it anew, too, where it is to be judged once more because the verdict is lost', 'verdict-'],
  ])('%s', async (_, lost) => {
    const paper = await foundNewspaper({ ferry: story('Ferry stays in port'), quay: story('Quay is closed') }, 'html: {}\nfeeds: {}')
    open.push(paper)
    await print(paper)
    const objects = await filesBelow(join(paper.folder, 'cache/v1/objects'))
    await Promise.all(objects.map((path, index) => (index % 2 === 0 ? rm(path) : writeFile(path, 'damaged'))))
    if (lost !== '') await loseRecords(paper, lost)
    await paper.write('articles/gale.md', story('Gale closes the bar'))
    expect((await print(paper)).diagnostics).toEqual([])
    const stands = await paper.published()
    await rm(paper.out, { recursive: true })
    await galley(['publish', '--now', '2026-11-23T12:00:00Z', '--source', paper.source, '--out', paper.out])
    expect(stands).toEqual(await paper.published())
  })

  it('survives records that are cut off', async () => {
    const paper = await withPhoto()
    await print(paper)
    const first = await paper.published()
    for (const path of await filesBelow(join(paper.folder, 'cache/v1/records'))) await writeFile(path, (await readFile(path)).subarray(0, 90))
    expect(drawn(await print(paper))).toBe('html 3, epub 3, card 3, json 3, kills 1')
    expect(await paper.published()).toEqual(first)
  })

  it('holds nothing of a story that is not public any more', async () => {
    const paper = await withPhoto()
    const secret = story('Harbourmaster resigns', `${boat}kicker: Zanzibar\n`)
    await paper.write('articles/secret.md', secret)
    await print(paper)
    await paper.write('articles/secret.md', secret.replace('---\nThe first', 'embargo: { until: 2027-01-01T00:00:00Z }\n---\nThe first'))
    await print(paper)
    const held = await Promise.all((await filesBelow(join(paper.folder, 'cache'))).map(async (path) => [path, await readFile(path, 'latin1')] as const))
    expect(held.filter(([path, text]) => /secret|Harbourmaster|Zanzibar/.test(path + text)).map(([path]) => path)).toEqual([])
    expect(held.length).toBeGreaterThan(0)
  })

  it('is of use to the run after one that was killed', async () => {
    const paper = await withPhoto()
    const clean = join(paper.folder, 'clean')
    const words = ['publish', '--json', '--now', '2026-11-23T12:00:00Z', '--source', paper.source, '--out', paper.out, '--cache', join(paper.folder, 'cache'), '--jobs', '1']
    // As soon as one format of one story is kept, and before all are.
    await galley(words, {
      onStart: (kill) => {
        const timer = setInterval(() => {
          void filesBelow(join(paper.folder, 'cache/v1/records')).then((files) => {
            if (!files.some((path) => /story-[^/]*\/(html|json|card|epub)-[^/]*\.json$/.test(path))) return
            clearInterval(timer)
            kill('SIGKILL')
          }, () => undefined)
        }, 5)
      },
    })
    const outcome = await print(paper)
    expect(outcome.work.some(({ recalled }) => recalled > 0)).toBe(true)
    await print(paper, { out: clean, words: ['--no-cache'] })
    expect((await galley(['verify', '--out', paper.out])).code).toBe(0)
    expect(await readFile(join(paper.out, 'manifest.json'), 'utf8')).toBe(await readFile(join(clean, 'manifest.json'), 'utf8'))
  })

  it('serves two runs at once', async () => {
    const paper = await withPhoto()
    const [one, two] = await Promise.all([print(paper), print(paper, { out: join(paper.folder, 'second') })])
    expect([one.exitCode, two.exitCode]).toEqual([0, 0])
    expect(await readFile(join(paper.out, 'manifest.json'), 'utf8')).toBe(await readFile(join(paper.folder, 'second/manifest.json'), 'utf8'))
  })

  it('keeps within its limit, and lets go what was longest without use', async () => {
    const paper = await withPhoto()
    await print(paper)
    const folder = join(paper.folder, 'cache')
    const sizeOf = async () => (await Promise.all((await filesBelow(folder)).map(async (path) => (await readFile(path)).length))).reduce((sum, size) => sum + size, 0)
    expect(await sizeOf()).toBeGreaterThan(2_000_000)
    await paper.write('articles/quay.md', story('Quay is open'))
    await print(paper, { words: ['--cache-limit', '2'] })
    expect(await sizeOf()).toBeLessThan(2_000_000)
    await print(paper)
    expect(await sizeOf()).toBeGreaterThan(0)
  })

  it('is counted, searched for damage and cleared by npm run cache', async () => {
    const paper = await withPhoto()
    const folder = join(paper.folder, 'cache')
    const cache = (...words: string[]) => galley(['cache', ...words, '--cache', folder])
    expect(await cache('stats')).toMatchObject({ code: 2, stdout: expect.stringContaining('no cache') })
    await print(paper)
    expect(await cache('stats')).toMatchObject({ code: 0, stdout: expect.stringMatching(/pictures +\d+ files/) })
    const [victim = ''] = await filesBelow(join(folder, 'v1/objects'))
    await writeFile(victim, 'rust')
    expect(await cache('verify')).toMatchObject({ code: 1, stdout: expect.stringContaining('damaged, and gone') })
    expect(await cache('verify')).toMatchObject({ code: 0 })
    await cache('clear', '--keep', 'pictures')
    await rm(paper.out, { recursive: true })
    expect(drawn(await print(paper))).toBe('html 3, epub 3, card 3, json 3, kills 1')
    expect((await cache('clear')).code).toBe(0)
    expect(await filesBelow(folder).catch(() => [])).toEqual([])
  })

  it('is never made of a folder that is somebody else’s', async () => {
    const paper = await withPhoto()
    expect((await galley(['cache', 'clear', '--cache', paper.source])).code).toBe(2)
    expect(await readFile(join(paper.source, 'publication.yml'), 'utf8')).toContain('name')
  })
})

describe('a start', () => {
  const heavy = /node_modules\/(sharp|satori(?!\/dist\/jsx)|puppeteer-core|@resvg|@takumi-rs|@sparticuz|pdfjs-dist|@cantoo|html-validate|epub-gen-memory|piscina|exifreader|opentype\.js|jszip)\//

  it.each([[['--help']], [['--version']], [['publish', '--help']]])('that only says something loads no heavy library: %s', async (words) => {
    const loaded = await loadedBy(words)
    expect(loaded.length).toBeGreaterThan(0)
    expect(loaded.filter((url) => heavy.test(url))).toEqual([])
  })

  it('runs a bundle that is ASCII, as which it is read', async () => {
    await galley(['--version'])
    const code = join(home, 'node_modules/.cache/galley/code')
    const bundles = await Promise.all((await readdir(code)).filter((name) => /^[0-9a-f]{24}$/.test(name)).map((name) => readFile(join(code, name, 'galley.cjs'), 'utf8').catch(() => '')))
    expect(bundles.some((text) => text.includes('function openPress('))).toBe(true)
    expect(bundles.filter((text) => /[^\0-\x7F]/.test(text))).toEqual([])
  })

  it('compiles anew what was kept of the bundle and is damaged', async () => {
    const copy = await copyProject()
    const code = join(copy, 'node_modules/.cache/galley/code')
    const compiled = async (): Promise<string> => join(code, (await readdir(code))[0] ?? '', 'galley.cjs.v8')
    const start = async (): Promise<[version: string, kept: Buffer]> => {
      const { code: exit, stdout } = await galley(['--version'], { start: join(copy, 'pipeline/start.js') })
      expect(exit).toBe(0)
      return [stdout, await readFile(await compiled())]
    }
    const [version, kept] = await start()
    await writeFile(await compiled(), Buffer.concat([kept.subarray(0, 400_000), Buffer.alloc(kept.length - 400_000)]))
    const [again, mended] = await start()
    expect(again).toBe(version)
    expect(mended.subarray(-1000).equals(Buffer.alloc(1000))).toBe(false)
    expect(await start()).toEqual([version, mended])
  })

  it('sees a change of the code that leaves size and time of the file as they were', async () => {
    const copy = await copyProject()
    const [cli, note] = [join(copy, 'pipeline/cli.ts'), join(copy, 'node_modules/.cache/galley/code.last-start')]
    // Of code that is younger than two seconds nothing is noted.
    const env = { NODE_OPTIONS: `--import=${pathToFileURL(join(home, 'test/support/clock-of-tomorrow.js')).href}` }
    const help = async (): Promise<string> => (await galley(['--help'], { start: join(copy, 'pipeline/start.js'), env })).stdout
    const before = await help()
    expect(before).toContain('every channel out')
    const [noted, { atime, mtime }] = [await readFile(note, 'utf8'), await stat(cli)]
    expect(await help()).toBe(before)
    expect(await readFile(note, 'utf8')).toBe(noted)

    await writeFile(cli, (await readFile(cli, 'utf8')).replace('every channel out', 'every channel in!'))
    await utimes(cli, atime, mtime)
    expect(await help()).toBe(before.replace('every channel out', 'every channel in!'))

    // A note that is damaged says nothing.
    await writeFile(note, (await readFile(note, 'utf8')).replace(/^(\w{64}\n)./, '$1x'))
    expect(await help()).toBe(before.replace('every channel out', 'every channel in!'))
  })

  it('that finds nothing changed loads no browser, no picture library and no card engine', async () => {
    const paper = await withPhoto()
    await print(paper)
    const words = ['publish', '--now', '2026-11-23T12:00:00Z', '--source', paper.source, '--out', paper.out, '--cache', join(paper.folder, 'cache')]
    const loaded = await loadedBy(words)
    expect(loaded.some((url) => url.endsWith('/pipeline/load-bundle.js'))).toBe(true)
    expect(loaded.filter((url) => heavy.test(url))).toEqual([])
  })
})
