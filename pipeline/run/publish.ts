import { resolve } from 'node:path'
import type { Diagnostic } from '../contract/diagnostic.ts'
import { refusal, type Outcome, type Progress } from '../contract/outcome.ts'
import { removeAbandonedFolders } from '../tools/temporary-folders.ts'
import { bindStanding } from './bind-standing.ts'
import { closeStoreroom } from './close-storeroom.ts'
import { diskFailure } from './disk-failure.ts'
import { growSparingly } from './grow-sparingly.ts'
import { withHouseSeverity } from './house-severity.ts'
import { inspect, inspectEditions, type Inspection } from './inspect.ts'
import { openKeptVerdicts } from './kept-verdicts.ts'
import { openKnownManifest } from './known-manifest.ts'
import { openOut } from './open-out.ts'
import { openPress, type Drawn, type Press } from './press.ts'
import type { PublishOptions } from './publish-options.ts'
import { readNewsroom } from './read-newsroom.ts'
import { selectWork } from './select-work.ts'
import { openStanding } from './standing.ts'
import { openStoreroom } from './storeroom.ts'
import { summarise } from './summarise.ts'
import { findTouched } from './touched-stories.ts'
import { unlessStopped } from '../tools/unless-stopped.ts'
import { writeEdition, type EditionParts } from './write-edition.ts'

/**
 * Publish a newspaper: read, gate, render, validate, inspect, write. Never throws but for an abort and for bugs of ours; whatever is
 * wrong with the newspaper, the options or the disk is in the outcome, and `dist/` is then as it was or whole.
 */
export async function publish(options: PublishOptions, progress: Progress): Promise<Outcome> {
  const started = performance.now()
  removeAbandonedFolders()
  const storeroom = openStoreroom(options)
  const known = openKnownManifest(resolve(options.out), storeroom)
  const out = await openOut(options, known)
  if ('diagnostics' in out) return refuse(out.diagnostics, started)
  try {
    const newsroom = await readNewsroom(options.source, options.now, storeroom)
    if (!('stories' in newsroom)) return refuse(newsroom.diagnostics, started)
    const found = await findTouched(newsroom, options)
    if ('diagnostics' in found) return refuse([...newsroom.diagnostics, ...found.diagnostics], started)
    growSparingly(newsroom.stories.length)
    const work = selectWork(newsroom, { ...options, ...found, previous: out.previous })
    if ('diagnostics' in work) return refuse([...newsroom.diagnostics, ...work.diagnostics], started)
    const [kept, standing] = [openKeptVerdicts(storeroom), openStanding(out.folder, storeroom?.cache)]
    const press = await openPress(newsroom, work, out, { ...options, kept, standing, ...(storeroom ? { storeroom } : {}) })
    const parts = { newsroom, work, out, options }
    const drawn = await drawAll(press, parts, { kept, progress }).finally(() => press.close())
    const diagnostics = withHouseSeverity(newsroom.diagnostics, { rules: newsroom.settings.rules, allowances: [] })
    const edition = await writeEdition({ ...parts, drawn }, standing)
    if ('diagnostics' in edition) return refuse(edition.diagnostics, started)
    await known.save(edition.sha256)
    await closeStoreroom({ storeroom, newsroom, drawn, standing, edition, previous: out.previous })
    return await summarise({ newsroom, work, drawn, edition, options, diagnostics, started })
  } catch (error) {
    options.signal.throwIfAborted()
    return refuse(diskFailure(error, options.out).diagnostics, started)
  } finally {
    await out.close()
  }
}

/** The stories first, then what is about those that will stand: front page, feeds, sitemaps. */
async function drawAll(press: Press, parts: Omit<EditionParts, 'drawn'>, court: Pick<Inspection, 'kept' | 'progress'>): Promise<Drawn> {
  const isFull = parts.options.check === 'full'
  const stories = await press.run(court.progress)
  const judged = isFull ? await inspect({ ...parts, ...court, drawn: stories }) : stories
  const edition = await unlessStopped(bindStanding(press, { ...parts, drawn: judged }), parts.options.signal)
  return isFull ? inspectEditions({ ...parts, ...court, drawn: edition }) : edition
}

function refuse(diagnostics: readonly Diagnostic[], started: number): Outcome {
  return refusal(diagnostics, performance.now() - started)
}
