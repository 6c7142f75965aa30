import { sortDiagnostics, type Diagnostic } from '../contract/diagnostic.ts'
import type { Outcome } from '../contract/outcome.ts'
import { isStopped, toldOfHeld } from './compose-edition.ts'
import type { Drawn } from './press.ts'
import type { PublishOptions } from './publish-options.ts'
import type { Newsroom } from './read-newsroom.ts'
import type { Work } from './select-work.ts'
import type { Edition } from './write-edition.ts'

interface Parts {
  newsroom: Newsroom
  work: Work
  drawn: Drawn
  edition: Edition
  options: PublishOptions
  /** About the publication itself. */
  diagnostics: readonly Diagnostic[]
  started: number
}

/** Say what a run has done, in numbers and in diagnostics. */
export function summarise(parts: Parts): Outcome {
  const { newsroom, work, drawn, edition, options, started } = parts
  const held = newsroom.stories.filter(({ verdict }) => !verdict.isPublic)
  const diagnostics = sortDiagnostics(once([...parts.diagnostics, ...drawn.stories.flatMap((story) => story.diagnostics), ...toldOfHeld(newsroom, work)]))
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
    totalMilliseconds: performance.now() - started,
    diagnostics,
  }
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
