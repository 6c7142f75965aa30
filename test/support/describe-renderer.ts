import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { existsSync, readdirSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Article } from '../../pipeline/ast/article.ts'
import { nodeKinds, type NodeType } from '../../pipeline/ast/node-kinds.ts'
import { withoutPlaces } from '../../pipeline/ast/without-places.ts'
import type { Diagnostic } from '../../pipeline/contract/diagnostic.ts'
import type { Artifact, RenderContext, Renderer, SnapshotFile } from '../../pipeline/contract/renderer.ts'
import { deepFreeze } from './deep-freeze.ts'
import { listenForVisitors, watchNetwork } from './watch-network.ts'
import { headWords, nodesOfKind, wordsOfNode } from './words-of-kind.ts'
import { findInOrder } from './find-in-order.ts'
import { pointEverywhereAt } from './point-everywhere-at.ts'

/** What the contract test needs of a newspaper: real stories, and real contexts to render them in. */
export interface StoriesForRenderer {
  /** The complete article of a story; fails where the story has an error. */
  article(slug: string): Promise<Article>
  /** A fresh context with the renderer's default options and what its inputs made; what is reported goes to `found`. */
  contextFor<Options>(renderer: Renderer<Options>, article: Article, found?: Diagnostic[]): Promise<RenderContext<Options>>
  /** Free what was opened for the stories. */
  close?(): Promise<void>
}

export interface RendererTest {
  newsroom(): Promise<StoriesForRenderer>
  /** Slugs whose outputs are kept as snapshots. */
  stories: readonly string[]
  /** Slug of the story that holds a node of every kind. */
  everyNode: string
  /** Words that only the desk may read, in the note, the embargo note and the comments of the every-node story. */
  deskWords: readonly string[]
  /** False where a picture's alternative text cannot be read back from the artifact. */
  readsAlternativeTexts?: boolean
}

/** The promises of the renderer contract, checked for one renderer over real stories. */
export function describeRenderer<Options>(renderer: Renderer<Options>, test: RendererTest): void {
  describe(`${renderer.name} keeps the renderer contract`, () => {
    let newsroom: StoriesForRenderer
    beforeAll(async () => {
      newsroom = await test.newsroom()
    })
    afterAll(async () => {
      await renderer.close?.()
      await newsroom.close?.()
    })

    const render = async (article: Article) => renderer.render(article, await newsroom.contextFor(renderer, article))
    const everyNode = () => newsroom.article(test.everyNode)

    it('has complete options by default', () => {
      const defaults = renderer.options.parse({})
      expect(renderer.options.parse(defaults)).toEqual(defaults)
    })

    for (const slug of test.stories) {
      it(`draws ${slug} as its snapshots show`, async () => {
        const article = await newsroom.article(slug)
        const artifacts = await render(article)
        expect(promises(artifacts)).toEqual(promises(renderer.plan(article, renderer.options.parse({}))))
        await expectSnapshots(renderer, article, artifacts)
      })
    }

    it('gives equal bytes on a second rendering', async () => {
      const article = await everyNode()
      expect(hashes(await render(article))).toEqual(hashes(await render(article)))
    })

    it('does not depend on where things stand in the file', async () => {
      const article = await everyNode()
      expect(hashes(await render({ ...withoutPlaces(article), places: {} }))).toEqual(hashes(await render(article)))
    })

    it('takes a frozen article that crossed to another thread', async () => {
      const article = await everyNode()
      const copy = structuredClone(article)
      expect(hashes(await render(deepFreeze(copy)))).toEqual(hashes(await render(article)))
    })

    it('never touches the network', async () => {
      const visitors = await listenForVisitors()
      const article = pointEverywhereAt(visitors.url, await everyNode())
      const context = await newsroom.contextFor(renderer, article)
      const network = watchNetwork()
      await renderer.render(article, context).finally(network.restore)
      await visitors.close()
      expect(network.attempts).toEqual([])
      expect(visitors.count()).toBe(0)
    })

    it('tells no reader what is for the desk', async () => {
      const everything = await readAll(renderer, await render(await everyNode()))
      for (const words of test.deskWords) expect(everything).not.toContain(words)
    })

    describe('answers for every kind of node', () => {
      let article: Article
      let text: string
      beforeAll(async () => {
        article = await everyNode()
        text = (await Promise.all((await render(article)).map((artifact) => renderer.text(artifact)))).join('\n')
      })

      for (const kind of Object.keys(nodeKinds) as NodeType[]) {
        it(`${renderer.nodes[kind]}: ${kind}`, () => {
          const nodes = nodesOfKind(article, kind)
          expect(nodes.length, `${test.everyNode} has no ${kind}`).toBeGreaterThan(0)
          if (renderer.nodes[kind] === 'omit') return
          const parts = nodes.flatMap((node) => wordsOfNode(node, renderer.nodes[kind], test.readsAlternativeTexts ?? true))
          expect(parts.filter((part) => !findInOrder(text, part))).toEqual([])
        })
      }

      it('holds the words of the head and the foot of the story, or at least its headline', () => {
        // A card leaves out running text, and with it the foot of the story.
        const expected = renderer.nodes.text === 'render' ? headWords(article) : [article.headlines.social]
        expect(expected.filter((part) => !findInOrder(text, part))).toEqual([])
      })
    })
  })
}

function promises(files: readonly { path: string; mediaType: string }[]): string[] {
  return files.map(({ path, mediaType }) => `${path} ${mediaType}`).toSorted()
}

function hashes(artifacts: readonly Artifact[]): string[] {
  return artifacts.map(({ path, bytes }) => `${path} ${createHash('sha256').update(bytes).digest('hex')}`).toSorted()
}

/** All that a curious reader could dig out: raw bytes, text, and the unpacked form that the snapshot shows. */
async function readAll(renderer: Pick<Renderer, 'text' | 'snapshot'>, artifacts: readonly Artifact[]): Promise<string> {
  const parts = artifacts.map(async (artifact) => [
    Buffer.from(artifact.bytes).toString('utf8'),
    await renderer.text(artifact),
    ...(await renderer.snapshot(artifact)).map((file) => file.text),
  ])
  return (await Promise.all(parts)).flat().join('\n')
}

async function expectSnapshots(renderer: Pick<Renderer, 'name' | 'snapshot'>, { slug, path }: Article, artifacts: readonly Artifact[]): Promise<void> {
  const folder = join(import.meta.dirname, '../outputs', renderer.name, slug)
  const files: SnapshotFile[] = []
  for (const artifact of artifacts) {
    const below = artifacts.length > 1 ? `${belowStory(artifact.path, path)}/` : ''
    for (const { name, text } of await renderer.snapshot(artifact)) files.push({ name: below + name, text })
  }
  for (const { name, text } of files) await expect(text).toMatchFileSnapshot(join(folder, name))
  const made = new Set(files.map(({ name }) => name))
  expect(filesBelow(folder).filter((name) => !made.has(name)), 'snapshots of what is no longer made').toEqual([])
}

/** `index.html`, `amp/index.html`; the complete copy of a gated story keeps its first folder: `private/index.html`. */
function belowStory(artifact: string, story: string): string {
  return artifact.replace(`${story}/`, '')
}

function filesBelow(folder: string): string[] {
  // New snapshots are written when all tests are done.
  if (!existsSync(folder)) return []
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  return files.map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1).replaceAll('\\', '/')).toSorted()
}
