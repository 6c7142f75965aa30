import { sortDiagnostics, type Diagnostic } from '../contract/diagnostic.ts'
import type { CheckRecord, FileRecord, Verdict } from '../contract/file-record.ts'
import type { Outcome } from '../contract/outcome.ts'
import { tellStartedBrowsers } from '../tools/browser/start-browser.ts'
import { isStopped, toldOfHeld } from './compose-edition.ts'
import { notChecked } from './not-checked.ts'
import type { Drawn } from './press.ts'
import type { PublishOptions } from './publish-options.ts'
import type { Newsroom } from './read-newsroom.ts'
import type { Work } from './select-work.ts'
import type { Published } from './write-edition.ts'

interface Parts {
  newsroom: Newsroom
  work: Work
  drawn: Drawn
  edition: Published
  options: PublishOptions
  /** About the publication itself. */
  diagnostics: readonly Diagnostic[]
  started: number
}

/** Say what a run has done, in numbers and in diagnostics. */
export async function summarise(parts: Parts): Promise<Outcome> {
  const { newsroom, work, drawn, edition, options, started } = parts
  const held = newsroom.stories.filter(({ verdict }) => !verdict.isPublic)
  const made = [...drawn.stories, ...drawn.editions].flatMap(({ files }) => files.map(({ planned }) => planned))
  const diagnostics = sortDiagnostics(once([...parts.diagnostics, ...(await notChecked(work, options.check, made)), ...[...drawn.stories, ...drawn.editions].flatMap((one) => one.diagnostics), ...toldOfHeld(newsroom, work)]))
  const count = (fate: string): number => drawn.stories.filter((story) => story.fate === fate).length
  const published = isStopped({ options, drawn, newsroom, work }) ? 0 : count('published')
  const nextRelease = nextOf(newsroom)
  return {
    exitCode: diagnostics.some(({ severity }) => severity === 'error') ? 1 : 0,
    stories: { published, failed: drawn.stories.length - published, held: held.length, removed: edition.removedStories },
    ...(nextRelease === undefined ? {} : { nextRelease }),
    files: edition.manifest.files.length,
    bytes: edition.manifest.files.reduce((sum, { size }) => sum + size, 0),
    milliseconds: work.formats
      .filter(({ renderer }) => drawn.times.has(renderer.name))
      .map(({ renderer: { name, title } }) => ({ format: name, title, ...(drawn.times.get(name) ?? { render: 0, validate: 0 }) })),
    work: workOf(drawn, work),
    ...(options.explain === undefined ? {} : { explanations: explanationsOf(drawn, work, options.explain) }),
    checks: checksOf(drawn, work),
    browsers: tellStartedBrowsers(),
    coverage: coverageOf(drawn),
    totalMilliseconds: performance.now() - started,
    diagnostics,
  }
}

/** How often each format was drawn, for a story or for the publication as a whole; what came from the cache was not. */
function workOf({ stories, editions }: Drawn, { formats, wanted }: Work): Outcome['work'] {
  const isBound = new Set(editions.map(({ format }) => format))
  return formats.filter(({ renderer: { name } }) => wanted.has(name) || isBound.has(name)).map(({ renderer: { name, title } }) => {
    const bound = editions.filter(({ format }) => format === name)
    const drawn = stories.filter((story) => story.drawn.has(name)).length + bound.filter(({ reason }) => reason !== undefined).length
    const recalled = stories.filter(({ files, drawn: now }) => !now.has(name) && files.some(({ format }) => format === name)).length + bound.filter(({ reason }) => reason === undefined).length
    return { format: name, title, drawn, recalled }
  })
}

function explanationsOf({ stories }: Drawn, { formats, wanted }: Work, slug: string): NonNullable<Outcome['explanations']> {
  const asked = stories.find(({ story }) => story.slug === slug)
  const isOfStory = (name: string): boolean => asked !== undefined && (asked.drawn.has(name) || asked.files.some(({ format }) => format === name))
  return formats.filter(({ renderer: { name } }) => wanted.has(name) && isOfStory(name)).map(({ renderer: { name, title } }) => {
    const reason = asked?.drawn.get(name)
    return { format: name, title, ...(reason === undefined ? {} : { reason }) }
  })
}

/** Every authority of this run, in the order of the formats, and how many files it accepted, advised on or did not see. */
function checksOf(drawn: Drawn, { formats }: Work): Outcome['checks'] {
  const records = recordsOf(drawn).flatMap(({ checks }) => checks)
  const levels = new Map(formats.flatMap(({ renderer }) => [...renderer.checks, ...(renderer.editionChecks ?? [])].map(({ name, level }) => [name, level])))
  return [...levels].flatMap(([name, level]) => {
    const own = records.filter((record) => record.name === name)
    if (own.length === 0) return []
    const [version, milliseconds] = [own.find((record) => record.version !== undefined)?.version, drawn.checkTimes?.get(name)]
    return [{ name, level, verdicts: countVerdicts(own), ...(version === undefined ? {} : { version }), ...(milliseconds === undefined ? {} : { milliseconds }) }]
  })
}

function countVerdicts(records: readonly CheckRecord[]): Record<Verdict, number> {
  const of = (verdict: Verdict): number => records.filter((record) => record.verdict === verdict).length
  return { passed: of('passed'), warnings: of('warnings'), failed: of('failed'), 'not-checked': of('not-checked') }
}

function coverageOf(drawn: Drawn): Outcome['coverage'] {
  const counted = recordsOf(drawn).flatMap(({ coverage }) => coverage ?? [])
  return {
    written: counted.reduce((sum, { written }) => sum + written, 0),
    found: counted.reduce((sum, { found }) => sum + found, 0),
    files: counted.length,
  }
}

function recordsOf({ stories, editions }: Drawn): FileRecord[] {
  return [...stories, ...editions].flatMap(({ files }): FileRecord[] => files.map(({ record }) => record))
}

/** What is wrong with the machine or the publication is met by every story, and said once, as nobody's in particular. */
function once(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const said = new Map<string, Diagnostic>()
  for (const diagnostic of diagnostics) {
    const { story: _, ...common } = diagnostic
    const key = JSON.stringify(common)
    said.set(key, said.has(key) ? common : diagnostic)
  }
  return [...said.values()]
}

function nextOf({ stories }: Newsroom): string | undefined {
  const times = stories.flatMap(({ verdict }) => (!verdict.isPublic && verdict.lifts !== undefined ? [verdict.lifts] : []))
  return times.length > 0 ? new Date(Math.min(...times)).toISOString() : undefined
}
