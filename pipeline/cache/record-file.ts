import { readFileSync, rmSync } from 'node:fs'
import { hashOf } from './hash-of.ts'
import { quietly } from './quietly.ts'

/** What a record stands on: it is of no use without these objects and records, and keeps them from being pruned. */
export interface Needs {
  /** sha256 of objects. */
  objects?: readonly string[]
  /** Other records, as `shelf/name`. */
  records?: readonly string[]
}

/** What a record tells, with what it stands on. */
export interface RecordPage {
  needs: Needs
  value: unknown
}

/** A record as it lies on disk: the sha256 of what follows, a line end, JSON. */
export function printRecord({ needs, value }: RecordPage): string {
  const text = JSON.stringify({ needs, value })
  return `${hashOf(text)}\n${text}`
}

/** The record in a file; undefined where there is none or where it is damaged. */
export function readRecord(path: string): RecordPage | undefined {
  const page = quietly(() => readFileSync(path, 'utf8'))
  if (page === undefined) return undefined
  const text = page.slice(65)
  if (hashOf(text) === page.slice(0, 64)) return JSON.parse(text) as RecordPage
  // Gone, so that a good one can take its place.
  return void quietly(() => rmSync(path, { force: true }))
}

/** All that several records stand on, each once. */
export function allNeeds(needs: readonly Needs[]): Required<Needs> {
  return { objects: unique(needs.flatMap(({ objects = [] }) => objects)), records: unique(needs.flatMap(({ records = [] }) => records)) }
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)]
}
