import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import * as z from 'zod'
import { canonicalJson } from '../ast/canonical-json.ts'
import { codeHash, home } from '../tools/installation.ts'
import { sha256Of } from './workspace.ts'

const Kept = z.strictObject({ coverage: z.strictObject({ written: z.int(), found: z.int() }).optional() })
/** What is remembered of a file that its judges accepted without a word. */
export type Kept = z.infer<typeof Kept>

/** What makes one judgement: all of it equal, and the verdict is the same. */
export interface Question {
  format: string
  /** Names and versions of the authorities. */
  checks: readonly string[]
  /** sha256 of the artifact. */
  artifact: string
  /** What it was compared with; canonical JSON is made of it. */
  against: unknown
}

/** Verdicts that are kept over runs. Only a file that was accepted without a word is remembered; all others are judged anew. */
export interface KeptVerdicts {
  find(question: Question): Promise<Kept | undefined>
  keep(question: Question, kept: Kept): Promise<void>
}

/**
 * The verdicts of earlier runs, below `node_modules/.cache/galley/`. An entry that is damaged or cannot be read is not there, and one that
 * cannot be written is not missed. Code that is not from the bundle has no hash, so nothing is kept of its verdicts.
 */
export function openKeptVerdicts(folder = join(home, 'node_modules/.cache/galley/verdicts'), code = codeHash): KeptVerdicts {
  const fileOf = (question: Question): string => {
    const key = sha256Of(canonicalJson({ ...question, code }))
    return join(folder, key.slice(0, 2), `${key.slice(2)}.json`)
  }
  return {
    async find(question) {
      if (code === undefined) return undefined
      const text = await readFile(fileOf(question), 'utf8').catch(() => '')
      return parse(text)
    },
    async keep(question, kept) {
      if (code !== undefined) await write(fileOf(question), JSON.stringify(kept)).catch(() => undefined)
    },
  }
}

function parse(text: string): Kept | undefined {
  try {
    return Kept.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

/** Two runs may keep the same verdict at once, so each writes under a name of its own first. */
async function write(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  await writeFile(`${file}.${process.pid}`, text)
  await rename(`${file}.${process.pid}`, file)
}
