import { execFile } from 'node:child_process'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { unzipSync } from 'fflate'
import { afterEach, expect, it } from 'vitest'
import { drawPhoto } from '../support/photos.ts'
import { galley, type Finished } from '../support/run-galley.ts'
import { foundNewspaper, story, type SmallNewspaper } from '../support/small-newspaper.ts'

const open: SmallNewspaper[] = []
afterEach(() => Promise.all(open.splice(0).map((paper) => paper.close())))

/** Made up, so that nothing else in the world says it; the slug has none of it, because an author may name a story by its slug. */
const words = /quaxolotl/i

const inEveryField = (more: string): string => `---
headline: The Quaxolotl headline
headlines: { social: Quaxolotl social, seo: Quaxolotl seo, print: Quaxolotl print }
standfirst: A quaxolotl standfirst.
kicker: Quaxolotl kicker
section: sea
byline:
  - { name: Quaxolotl Quill, role: Quaxolotl reporter, location: Quaxolotlville }
dateline: QUAXOLOTL, Poland
published: 2026-05-04T08:00:00+01:00
lead:
  src: /media/secret.jpg
  alt: A quaxolotl alternative text.
  caption: A quaxolotl caption.
  credit: Quaxolotl Foto
contributors: Quaxolotl reported, too.
tags: [quaxolotl-tag]
note: A quaxolotl note for the desk.
rights: { holder: Quaxolotl Ltd, notice: Quaxolotl rights }
follow: { text: Follow the quaxolotl, href: https://example.org/quaxolotl }
corrections:
  - date: 2026-05-04T09:00:00+01:00
    type: correction
    text: The quaxolotl was misspelt.
updated: 2026-05-04T09:00:00+01:00
${more}---
The quaxolotl left at seven.[^1]

## The quaxolotl heading

:::pullquote{by="A quaxolotl"}
Quaxolotl said.
:::

| Quaxolotl | Table |
| --- | --- |
| quaxolotl | cell |

[^1]: A quaxolotl footnote.
`

/** All that is in a file, as far as anybody can read it: its bytes, what is in its zip, the words of its pages. */
async function contentOf(path: string): Promise<string> {
  const bytes = await readFile(path)
  const parts = [bytes.toString('latin1'), bytes.toString('utf16le')]
  if (bytes.subarray(0, 2).toString() === 'PK') parts.push(...Object.entries(unzipSync(bytes)).map(([name, content]) => name + Buffer.from(content).toString('latin1')))
  if (bytes.subarray(0, 5).toString() === '%PDF-') parts.push((await promisify(execFile)('pdftotext', [path, '-'])).stdout, (await promisify(execFile)('pdfinfo', ['-meta', path])).stdout)
  return parts.join('\n')
}

async function filesThatSayIt(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const found: string[] = []
  for (const path of paths) if (words.test(path.slice(folder.length)) || words.test(await contentOf(path))) found.push(path.slice(folder.length + 1))
  return found
}

it('nothing of a story that may not be public any more stands anywhere: not in any format, the cache, the log or a report', async () => {
  const paper = await foundNewspaper({ teller: story('Ferry stays in port', 'related:\n  - ref: secret-1\n') }, 'html: {}\npdf: {}\nepub: {}\namp: {}\ncard: {}\nsite: {}\nfeeds: {}\nsitemap: {}')
  open.push(paper)
  await mkdir(join(paper.source, 'media'), { recursive: true })
  await writeFile(join(paper.source, 'media/secret.jpg'), await drawPhoto(1200, 800).withExif({ IFD0: { Artist: 'Quaxolotl Artist', ImageDescription: 'Quaxolotl in the picture' } }).toBuffer())
  const states = ['status: withheld\n', 'status: draft\n', 'status: canceled\n', 'embargo: {}\n', 'embargo: { until: 2026-05-09T12:00:00Z, note: quaxolotl }\n', 'expires: 2026-05-06T12:00:00Z\n']
  const write = (more: (state: string) => string) => Promise.all(states.map((state, index) => paper.write(`articles/secret-${index + 1}.md`, inEveryField(more(state)))))
  const cache = join(paper.folder, 'cache')
  const report = join(paper.folder, 'report.txt')
  const run = (now: string, more: readonly string[] = []): Promise<Finished> => galley(['publish', '--now', now, '--source', paper.source, '--out', paper.out, '--cache', cache, ...more])

  await write(() => '')
  expect((await run('2026-05-05T12:00:00Z')).code).toBe(0)
  // The search finds what there is: in a PDF, a book, a picture, the manifest, the pages around, and the cache.
  const inPublic = await filesThatSayIt(paper.out)
  expect(inPublic).toEqual(expect.arrayContaining(['sea/secret-1/secret-1.pdf', 'sea/secret-1/secret-1.epub', 'sea/secret-1/card-og.jpg', 'sea/teller/index.html', 'manifest.json', 'rss.xml', 'index.html']))
  expect((await filesThatSayIt(cache)).length).toBeGreaterThan(20)

  await write((state) => state)
  const told = [await run('2026-05-07T12:00:00Z'), await run('2026-05-07T12:00:00Z', ['--json'])]
  for (const reporter of ['github', 'gitlab', 'junit', 'sarif']) told.push(await run('2026-05-07T12:00:00Z', ['--reporter', reporter, '--report-file', `${report}.${reporter}`]))
  expect(told.map(({ stdout, stderr }) => words.exec(stdout + stderr)?.[0])).toEqual(told.map(() => undefined))
  expect(await filesThatSayIt(paper.out)).toEqual([])
  expect(await filesThatSayIt(cache)).toEqual([])
  expect((await filesThatSayIt(paper.folder)).filter((path) => !path.startsWith('source/'))).toEqual([])
  expect(JSON.parse(told[1]?.stdout ?? '').nextRelease).toBe('2026-05-09T12:00:00.000Z')
})
