import type { Edition } from '../ast/edition.ts'
import type { Link } from '../ast/small-types.ts'
import { reportInto } from '../contract/catalogue.ts'
import type { Diagnostic } from '../contract/diagnostic.ts'
import type { PlannedEditionFile } from '../contract/edition.ts'
import { hang, place } from './anchors.ts'
import { editionContext, linksAs } from './edition-context.ts'
import { openKeptFormats, type Recipe } from './kept-formats.ts'
import { fetchKept, keepDrawn, matchPlan, readable, usesOf, type UnjudgedFile } from './made-files.ts'
import type { PiecesMade } from './made-for-edition.ts'
import { hashOfValue, nothingObserved, type Observed, type Sight } from './observed.ts'
import { partOfEdition } from './part-of-edition.ts'
import { recipeOf, recordOf, type Format, type PressRoom, type ReadableFile, type StoryFile } from './render-story.ts'
import type { Storeroom } from './storeroom.ts'
import { validateFiles } from './validate-files.ts'

/** One format of the edition, and what it is made from. */
export interface Binding {
  format: Format
  planned: readonly PlannedEditionFile[]
  /** The stories that the plan shows. */
  edition: Edition
  links: readonly Link[]
  pieces: PiecesMade
  shelf: string
}

/** What came of it. */
export interface Bound {
  files: readonly StoryFile<PlannedEditionFile>[]
  assets: readonly ReadableFile[]
  diagnostics: readonly Diagnostic[]
  isFailed: boolean
  /** Why it was drawn; absent where it was recalled. */
  reason?: string
}

type Made = UnjudgedFile<PlannedEditionFile>

/** Draw or recall what one format makes of the edition, and let its authorities judge it. Never throws but for an abort and a broken disk. */
export async function bindFormat(binding: Binding, room: PressRoom): Promise<Bound> {
  const { renderer: { name } } = binding.format
  const found: Diagnostic[] = []
  const assets = new Map<string, ReadableFile>()
  const note = (file: ReadableFile): void => void assets.set(file.path, file)
  let reason: string | undefined
  try {
    const recalled = await recall(binding, room, note, found)
    reason = recalled.reason
    const files = recalled.files ?? (await draw(binding, room, note, found))
    return { files: await judge(binding, room, files, found), assets: [...assets.values()], diagnostics: [...binding.pieces.diagnostics(), ...found], isFailed: false, ...(reason === undefined ? {} : { reason }) }
  } catch (error) {
    room.signal.throwIfAborted()
    const detail = error instanceof Error ? error.message : String(error)
    reportInto(found, { format: name })('edition-failed', { file: '' }, { format: name, detail })
    return { files: [], assets: [], diagnostics: [...binding.pieces.diagnostics(), ...found], isFailed: true, reason: reason ?? detail }
  }
}

async function recall({ format, ...binding }: Binding, room: PressRoom, note: (file: ReadableFile) => void, found: Diagnostic[]): Promise<{ files?: Made[]; reason?: string }> {
  const { storeroom, placing } = room
  if (storeroom === undefined) return { reason: 'nothing is kept' }
  const [shelf, recipe, sight] = [openKeptFormats(storeroom, binding.shelf), await recipeOfBinding({ format, ...binding }, storeroom), sightOf(binding, room)]
  const kept = await shelf.find(recipe, sight)
  const fetched = kept && (await fetchKept(kept, (file) => placing.fetch(file)))
  if (!kept || !fetched) return { reason: '' }
  fetched.assets.forEach(note)
  found.push(...place(kept.diagnostics, []))
  return { files: matchPlan(format.renderer.name, binding.planned, fetched.files, usesOf(fetched.assets)) }
}

async function draw(binding: Binding, room: PressRoom, note: (file: ReadableFile) => void, found: Diagnostic[]): Promise<Made[]> {
  const { format: { renderer, options }, edition, planned, links, pieces } = binding
  const { publication, signal, source, pictures } = room
  const [observed, assets, seen, said] = [nothingObserved(), new Map<string, ReadableFile>(), new Set<string>(), [] as Diagnostic[]]
  const context = editionContext({
    options, publication, signal, source, pictures, observed, planned, links,
    stories: edition.stories,
    onAsset: (file, read) => void assets.set(file.path, { ...file, read }),
    onPicture: (record) => void seen.add(record),
    report: reportInto(said, { format: renderer.name }),
    async made(slug) {
      const piece = await pieces.of(slug)
      observed.made[slug] = await pieces.hash(slug)
      for (const file of piece?.assets ?? []) assets.set(file.path, file)
      return piece?.artifacts()
    },
  })
  try {
    const start = performance.now()
    const artifacts = (await renderer.renderEdition?.({ ...edition, publication: context.publication }, context)) ?? []
    room.onTime(renderer.name, 'render', performance.now() - start)
    assets.forEach(note)
    const made = matchPlan(renderer.name, planned, artifacts.map(readable), usesOf([...assets.values()]))
    await keep(binding, room, { made, assets: [...assets.values()], observed, said, pictures: [...seen].sort() })
    return made
  } finally {
    found.push(...said)
  }
}

async function keep(binding: Binding, { storeroom, placing }: PressRoom, { made, assets, observed, said, pictures }: { made: readonly Made[]; assets: readonly ReadableFile[]; observed: Observed; said: readonly Diagnostic[]; pictures: readonly string[] }): Promise<void> {
  const diagnostics = hang(said, '', [])
  if (storeroom === undefined || diagnostics === undefined) return
  await keepDrawn({ recipe: await recipeOfBinding(binding, storeroom), observed, diagnostics }, { files: made, assets }, pictures, openKeptFormats(storeroom, binding.shelf), placing)
}

/** The plan holds all that the clock decides, so it is a part of what an edition is made from. */
function recipeOfBinding({ format, planned, edition: { stories, killed } }: Binding, storeroom: Storeroom): Promise<Recipe> {
  return recipeOf(format, { input: hashOfValue([stories, killed, planned]), plan: planned }, storeroom)
}

function sightOf({ links, pieces }: Pick<Binding, 'links' | 'pieces'>, { publication, template, files }: PressRoom): Sight {
  return { publication, template, source: (path) => files.hash(path), story: () => '', promised: (rel) => hashOfValue(linksAs(rel, links)), made: (slug) => pieces.hash(slug) }
}

async function judge({ format: { renderer, options }, edition, shelf }: Binding, room: PressRoom, files: readonly Made[], found: Diagnostic[]): Promise<StoryFile<PlannedEditionFile>[]> {
  const { files: judged, milliseconds } = await validateFiles(renderer, {
    format: renderer.name, files,
    checks: renderer.editionChecks ?? [],
    against: (planned) => ({ edition: hashOfValue(partOfEdition(edition, [planned])), planned, options }),
    place: { source: '', anchors: [], shelf },
    job: async (open) => ({ format: renderer.name, options, edition, files: open }),
  }, room.court)
  room.onTime(renderer.name, 'validate', milliseconds)
  found.push(...judged.flatMap(({ diagnostics }) => diagnostics))
  return files.map((file) => ({ ...file, record: recordOf(file, judged) }))
}
