import { inOrder, type Edition, type EditionStory } from '../../pipeline/ast/edition.ts'
import type { KilledStory } from '../../pipeline/ast/killed-story.ts'
import type { Publication } from '../../pipeline/ast/publication.ts'
import { reportInto } from '../../pipeline/contract/catalogue.ts'
import type { Diagnostic } from '../../pipeline/contract/diagnostic.ts'
import type { PlannedEditionFile } from '../../pipeline/contract/edition.ts'
import type { Artifact, Renderer } from '../../pipeline/contract/renderer.ts'
import { cutPicture } from '../../pipeline/pictures/cut-picture.ts'
import { renderers } from '../../pipeline/renderers/index.ts'
import { editionContext } from '../../pipeline/run/edition-context.ts'
import type { JudgedFile } from '../../pipeline/run/judge-artifacts.ts'
import { judgeEdition } from '../../pipeline/run/judge-edition.ts'
import { nothingObserved } from '../../pipeline/run/observed.ts'
import { openPictureDesk } from '../../pipeline/run/picture-desk.ts'
import { partOfEdition } from '../../pipeline/run/part-of-edition.ts'
import { linkTo } from '../../pipeline/run/render-story.ts'
import { takeInHand } from '../../pipeline/run/take-in-hand.ts'
import { openNewsroom, testDay, type TestNewsroom } from './newsroom.ts'

/** What a format makes of an edition, and what it said. */
export interface DrawnEdition {
  planned: readonly PlannedEditionFile[]
  artifacts: readonly Artifact[]
  found: readonly Diagnostic[]
  assets: ReadonlyMap<string, () => Promise<Uint8Array>>
}

/** Changes of an edition before it is drawn. */
export interface EditionChanges {
  publication?: Partial<Publication>
  stories?(stories: readonly EditionStory[]): readonly EditionStory[]
  killed?: readonly KilledStory[]
  options?: unknown
  /** Milliseconds since 1970. */
  now?: number
}

/** A whole publication at hand: its public stories, and contexts to draw what is about them in. */
export interface EditionDesk {
  newsroom: TestNewsroom
  edition: Edition
  draw(renderer: Renderer, changes?: EditionChanges): Promise<DrawnEdition>
  /** What the judges of every publish say of artifacts in the place of the planned files with the same paths. */
  judge(renderer: Renderer, drawn: Pick<DrawnEdition, 'planned' | 'artifacts'>, changes?: EditionChanges): Promise<JudgedFile[]>
  /** What one of its authorities of level `full` says of what was drawn, and of nothing else. */
  judgeInFull(renderer: Renderer, name: string, drawn: DrawnEdition): Promise<Diagnostic[]>
  close(): Promise<void>
}

/** Open the fixtures, or another newspaper, as an edition. */
export async function openEditionDesk(folder?: string): Promise<EditionDesk> {
  const newsroom = await openNewsroom(folder)
  const { publication, stories: all, source } = newsroom.newsroom
  const hands = await Promise.all(all.filter(({ verdict }) => verdict.isPublic).map((story) => takeInHand(story, { newsroom: newsroom.newsroom, formats: [] })))
  const stories = hands.flatMap(({ hand }) => (hand ? [hand.teaser] : []))
  const kept = new Map<string, Uint8Array>()
  const workspace = {
    keep: async (bytes: Uint8Array, sha256 = '') => (kept.set(sha256, bytes), sha256),
    read: async (sha256: string) => kept.get(sha256),
  }
  const pictures = openPictureDesk({ workspace, cut: cutPicture, original: async ({ src: path }) => {
    const file = await source.read(path)
    if ('problem' in file) throw new Error(`${path}: ${file.problem}`)
    return file
  } })

  const after = ({ publication: more = {}, stories: change = (same) => same, killed = [] }: EditionChanges): Edition => {
    const own = { ...publication, ...more }
    return { publication: own, stories: inOrder(change(stories), own.front), killed }
  }
  return {
    newsroom,
    edition: after({}),
    async draw(renderer, changes = {}) {
      const { options = renderer.options.parse({}) } = changes
      const whole = after(changes)
      const planned = planOf(renderer, whole, changes)
      const edition = partOfEdition(whole, planned)
      const [found, assets]: [Diagnostic[], Map<string, () => Promise<Uint8Array>>] = [[], new Map()]
      const context = editionContext({
        options, planned, source, pictures,
        publication: whole.publication, stories: edition.stories,
        links: renderers.flatMap((one) => planOf(one, whole, { ...changes, options: one.name === renderer.name ? options : one.options.parse({}) })).map((file) => linkTo(file, whole.publication)),
        signal: new AbortController().signal,
        observed: nothingObserved(),
        onAsset: ({ path }, read) => void assets.set(path, read),
        onPicture: () => undefined,
        report: reportInto(found, { format: renderer.name }),
        made: async (slug) => renderer.render(await newsroom.article(slug), await newsroom.contextFor(renderer, await newsroom.article(slug), found)),
      })
      const artifacts = (await renderer.renderEdition?.(edition, context)) ?? []
      return { planned, artifacts, found, assets }
    },
    judge: async (renderer, { planned, artifacts }, changes = {}) => {
      const { options = renderer.options.parse({}) } = changes
      const files = planned.flatMap((one) => artifacts.filter(({ path }) => path === one.path).map((artifact) => ({ planned: one, artifact })))
      return judgeEdition(renderer, { format: renderer.name, files, edition: partOfEdition(after(changes), planned), options }, new AbortController().signal)
    },
    async judgeInFull(renderer, name, { planned, artifacts, assets }) {
      const check = renderer.editionChecks?.find((one) => one.name === name)
      if (check === undefined) throw new Error(`${renderer.title} has no check called ${name}.`)
      const found: Diagnostic[] = []
      const edition = partOfEdition(after({}), planned)
      const subjects = planned.flatMap((one) => artifacts.filter(({ path }) => path === one.path).map((artifact) => ({ format: renderer.name, artifact, planned: one, edition, publication, options: renderer.options.parse({}), report: reportInto(found) })))
      await check.judge(subjects, { signal: new AbortController().signal, file: async (path) => assets.get(path)?.() })
      await check.close?.()
      return found
    },
    close: () => newsroom.close(),
  }
}

function planOf(renderer: Renderer, edition: Edition, { options = renderer.options.parse({}), now = testDay }: EditionChanges): readonly PlannedEditionFile[] {
  return renderer.planEdition?.(edition, options, (milliseconds) => edition.stories.filter(({ published }) => Date.parse(published) > now - milliseconds)) ?? []
}

/** A change of one story of an edition. */
export function changed(slug: string, change: Partial<EditionStory>): NonNullable<EditionChanges['stories']> {
  return (stories) => stories.map((story) => (story.slug === slug ? { ...story, ...change } : story))
}

/** An artifact as text. */
export function textOf({ artifacts }: Pick<DrawnEdition, 'artifacts'>, path: string): string {
  const artifact = artifacts.find((one) => one.path === path)
  if (artifact === undefined) throw new Error(`There is no ${path}.`)
  return new TextDecoder().decode(artifact.bytes)
}

/** What was drawn, with one file changed. */
export function withChange(drawn: DrawnEdition, path: string, change: (text: string) => string): DrawnEdition {
  const before = textOf(drawn, path)
  const after = change(before)
  if (after === before) throw new Error(`Nothing of ${path} was changed.`)
  return { ...drawn, artifacts: drawn.artifacts.map((one) => (one.path === path ? { ...one, bytes: new TextEncoder().encode(after) } : one)) }
}
