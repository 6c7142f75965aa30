import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Article } from '../../pipeline/ast/article.ts'
import type { Artifact, Renderer } from '../../pipeline/contract/renderer.ts'
import { amp } from '../../pipeline/renderers/amp/renderer.ts'
import { epub } from '../../pipeline/renderers/epub/renderer.ts'
import { feeds } from '../../pipeline/renderers/feeds/renderer.ts'
import { html } from '../../pipeline/renderers/html/renderer.ts'
import { json } from '../../pipeline/renderers/json/renderer.ts'
import { makePrintDocument } from '../../pipeline/renderers/pdf/print-document.ts'
import { pdf } from '../../pipeline/renderers/pdf/renderer.ts'
import { fixtures, type TestNewsroom } from '../support/newsroom.ts'

/** A newspaper of hostile authors in a folder of its own. */
export async function writeNewspaper(files: Readonly<Record<string, string | Uint8Array>>): Promise<{ folder: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'galley-hostile-'))
  // Its front page begins with one of the fixtures' own stories, which names another.
  for (const part of ['media', 'publication.yml', 'articles/every-node.md', 'articles/two-sentences.md']) await cp(join(fixtures, part), join(folder, part), { recursive: true })
  for (const [path, content] of Object.entries({ ...files })) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), content)
  }
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) }
}

/** Formats of a story that cost no browser and no painting, in two parts of equal cost; a book without its cover. */
const parts: readonly (readonly Renderer[])[] = [[html, json, amp], [html, json, { ...epub, inputs: [] }, feeds]]

/** All that is made of a story without a browser: its files, and the page that would be printed. */
export async function drawAll(newsroom: TestNewsroom, article: Article): Promise<Artifact[]> {
  return [...(await drawPart(newsroom, article, 0)), ...(await drawPart(newsroom, article, 1))]
}

/** One of the two parts: each has a web page in it, one the page that would be printed. */
export async function drawPart(newsroom: TestNewsroom, article: Article, part: 0 | 1): Promise<Artifact[]> {
  const drawn: Artifact[] = []
  for (const renderer of parts[part] ?? []) drawn.push(...(await newsroom.draw(renderer, article)).artifacts)
  return part === 0 ? [...drawn, await printPage(newsroom, article)] : drawn
}

async function printPage(newsroom: TestNewsroom, article: Article): Promise<Artifact> {
  const printed = await makePrintDocument(article, await newsroom.contextFor(pdf, article))
  const [setting] = printed.settings
  return { path: `${article.path}/print.html`, mediaType: 'text/html', bytes: new TextEncoder().encode(printed.html(setting)) }
}
