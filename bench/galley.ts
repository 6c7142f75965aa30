import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { home } from '../pipeline/tools/installation.ts'
import { CannotMeasure } from './cannot-measure.ts'
import { measureCommand, type Command, type Measured } from './measure/measure-command.ts'

/** What to publish, from where to where. */
export interface Publish {
  source: string
  out: string
  cache: string
  formats?: readonly string[]
  seconds: number
  /** As people call it, through npm. */
  byNpm?: boolean
}

/** The command that is measured, as it is installed here. */
export interface Galley {
  publish(work: Publish): Promise<Measured>
  /** Empty a cache of all but the cuts of pictures. Throws `CannotMeasure` where that cannot be done. */
  keepOnlyPictures(cache: string): Promise<void>
}

const start = join(home, 'pipeline/start.js')
// All stories of the corpora are older.
const now = '2026-11-23T12:00:00Z'

/** Start the command once, which makes its bundle, so that no measure holds that. */
export async function openGalley(): Promise<Galley> {
  await promisify(execFile)(process.execPath, [start, 'publish', '--help'])
  return {
    publish: async (work) => checked(await measureCommand(publishCommand(work))),
    keepOnlyPictures: async (cache) => {
      const { exitCode, stderr } = await measureCommand({ program: process.execPath, words: [start, 'cache', 'clear', '--cache', cache, '--keep', 'pictures'], seconds: 120 })
      if (exitCode !== 0) throw new CannotMeasure(`no cache: "cache clear --keep pictures" ended with ${exitCode}. ${stderr.trim().slice(0, 200)}`)
    },
  }
}

function publishCommand({ source, out, cache, formats, seconds, byNpm }: Publish): Command {
  const options = ['--source', source, '--out', out, '--now', now, '--json', '--cache', cache, ...(formats ? ['--formats', formats.join(',')] : [])]
  return byNpm
    ? { program: 'npm', words: ['run', '-s', 'publish', '--', ...options], folder: home, seconds }
    : { program: process.execPath, words: [start, 'publish', ...options], seconds }
}

interface ShortOutcome {
  stories: { published: number; failed: number }
  diagnostics: { severity: string; reason: string }[]
}

/** A publish that went wrong is not measured: it may be fast for having done nothing. */
function checked(measured: Measured): Measured {
  const { exitCode, stdout, stderr } = measured
  if (exitCode === 0) return measured
  throw new CannotMeasure(exitCode === null ? 'it took longer than it may' : `publish ended with ${exitCode}. ${firstError(stdout) ?? stderr.trim().slice(0, 300)}`)
}

function firstError(stdout: string): string | undefined {
  try {
    return (JSON.parse(stdout) as ShortOutcome).diagnostics.find(({ severity }) => severity === 'error')?.reason
  } catch {
    return undefined
  }
}
