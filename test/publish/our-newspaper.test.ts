import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Outcome } from '../../pipeline/contract/outcome.ts'
import { Manifest, printManifest } from '../../pipeline/run/manifest.ts'
import { fetchAmpValidator } from '../../pipeline/tools/amp/fetch-amp-validator.ts'
import { everyJudge, judgesOf, refusedIn, unexplainedIn } from '../support/judged-manifest.ts'
import { galley } from '../support/run-galley.ts'

const out = mkdtempSync(join(tmpdir(), 'galley-our-newspaper-'))
const source = join(import.meta.dirname, '../../source')

let outcome: Outcome
let manifest: Manifest
beforeAll(async () => {
  await fetchAmpValidator()
  const { stdout } = await galley(['publish', '--json', '--source', source, '--out', out, '--check', 'full', '--now', '2026-11-23T12:00:00Z'])
  outcome = JSON.parse(stdout) as Outcome
  manifest = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')) as Manifest
}, 900_000)
afterAll(() => rmSync(out, { recursive: true, force: true }))

describe('every story of The Harbour Post, with --check full', () => {
  it('is published without an error and without a warning', () => {
    expect(outcome.diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([])
    expect(outcome.exitCode).toBe(0)
    expect(outcome.stories.published).toBeGreaterThanOrEqual(20)
  })

  it('is accepted by every authority that there is', () => {
    expect(judgesOf(manifest)).toEqual(everyJudge)
    expect(refusedIn(manifest)).toEqual([])
  })

  it('has every word in every file', () => {
    expect(outcome.coverage.found).toBe(outcome.coverage.written)
    expect(unexplainedIn(manifest)).toEqual([])
  })

  it('is told of in the order of the definition, so that what an earlier run has told is told in the same bytes', () => {
    const page = readFileSync(join(out, 'manifest.json'), 'utf8')
    expect(page).toBe(`${JSON.stringify(manifest, null, 1)}\n`)
    expect([...printManifest(Manifest.parse(manifest))].join('')).toBe(page)
  })

  it('is as the manifest says', async () => {
    const { code, stdout } = await galley(['verify', '--json', '--out', out])
    expect({ code, ...JSON.parse(stdout) }).toMatchObject({ code: 0, files: manifest.files.length, diagnostics: [] })
  })
})
