import { createRequire } from 'node:module'
import { join } from 'node:path'
import { packageFolder } from '../installation.ts'
import { makeTemporaryFolder } from '../temporary-folders.ts'

/** What opens pages for Ace and runs its scripts in them. */
export interface AxeRunner {
  /** Pages of a book that are open at once. */
  concurrency: number
  setTimeout(milliseconds: number): void
  launch(): Promise<void>
  close(): Promise<void>
  run(url: string, scripts: readonly string[], contents: readonly string[], folder: string): Promise<unknown>
}

/** Judge an unpacked book; resolves to a name for the work and Ace's report (EARL, as JSON). */
export type Ace = (book: string, options: { cwd: string; outdir: string; tmpdir: string; lang: string; doNotReportMedia: boolean }, runner: AxeRunner) => Promise<[string, unknown]>

const homes = ['HOME', 'XDG_CONFIG_HOME', 'XDG_DATA_HOME', 'XDG_CACHE_HOME', 'XDG_STATE_HOME', 'APPDATA', 'LOCALAPPDATA', 'USERPROFILE']

let loaded: Ace | undefined

/**
 * Load DAISY Ace, once. It looks for settings in a folder of the user's, which it makes: so it is told of another one, loaded in one go
 * while no other code runs, and kept from logging. Throws where it is not installed.
 */
export function loadAce(): Ace {
  loaded ??= load()
  return loaded
}

function load(): Ace {
  const root = packageFolder('@daisy/ace-core')
  const require = createRequire(join(root, 'package.json'))
  const settings = makeTemporaryFolder('ace')
  const before = homes.map((name) => [name, process.env[name]] as const)
  try {
    for (const name of homes) process.env[name] = settings.path
    const ace = require(root) as Ace
    const logger = require('winston') as { configure(options: { silent: boolean }): void }
    logger.configure({ silent: true })
    return ace
  } finally {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name]
      else process.env[name] = value
    }
    settings.remove()
  }
}
