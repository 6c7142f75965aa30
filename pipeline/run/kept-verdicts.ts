import { canonicalJson } from '../ast/canonical-json.ts'
import { hashOf } from '../cache/hash-of.ts'
import type { FileRecord } from '../contract/file-record.ts'
import type { Anchored } from './anchors.ts'
import type { CodeHashes } from '../tools/installation.ts'
import type { Storeroom } from './storeroom.ts'

/** What is remembered of a file that its judges did not refuse. */
export interface Kept extends Omit<FileRecord, 'path'> {
  diagnostics: readonly Anchored[]
}

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

/** Verdicts that are kept over runs, on the shelf of the story. What was refused is judged anew each time. */
export interface KeptVerdicts {
  find(shelf: string, question: Question): Kept | undefined
  keep(shelf: string, question: Question, kept: Kept): Promise<void>
}

/** The verdicts of earlier runs; without a storeroom there are none, and none are kept. */
export function openKeptVerdicts(storeroom: Storeroom | undefined): KeptVerdicts {
  if (storeroom === undefined) return { find: () => undefined, keep: async () => undefined }
  const { cache: { records }, code } = storeroom
  const nameOf = (question: Question): string => `verdict-${hashOf(printQuestion(question, code)).slice(0, 32)}`
  return {
    find: (shelf, question) => records.find<Kept>(shelf, nameOf(question)),
    keep: (shelf, question, kept) => records.keep(shelf, nameOf(question), kept),
  }
}

function printQuestion({ format, checks, artifact, against }: Question, { formats, judging }: CodeHashes): string {
  return JSON.stringify([format, checks, artifact, canonicalJson(against), formats[format], judging])
}
