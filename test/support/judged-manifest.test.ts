import { describe, expect, it } from 'vitest'
import type { Manifest, ManifestFile } from '../../pipeline/run/manifest.ts'
import { unexplainedIn } from './judged-manifest.ts'

const whole: ManifestFile = {
  path: 'sea/ferry/ferry.pdf', article: 'ferry', renderer: 'pdf', audience: 'public', mediaType: 'application/pdf', size: 1, sha256: '0'.repeat(64),
  uses: [], checks: [], coverage: { written: 9, found: 9 }, losses: [], diagnostics: [],
}

function manifestOf(changes: Partial<ManifestFile>): Manifest {
  return {
    schemaVersion: 1, generator: { name: 'galley', version: '0.1.0' }, publication: { name: 'The Ferry Gazette', url: 'https://gazette.example' },
    tools: {}, packages: {}, stories: [], files: [{ ...whole, ...changes }],
  }
}

function loss(rule: string, line?: number): ManifestFile['losses'] {
  return [{ severity: 'warning', rule, file: 'articles/ferry.md', ...(line === undefined ? {} : { line }), reason: '', hint: '' }]
}

describe('a file of a manifest', () => {
  const lacking = { coverage: { written: 9, found: 8 } }
  it.each([
    ['that has every word', {}, true],
    ['that was not covered', { coverage: undefined }, false],
    ['that lacks a word', lacking, false],
    ['that lacks a word and says which, and where', { ...lacking, losses: loss('card/headline-cut', 2) }, true],
    ['that lacks a word and does not say where', { ...lacking, losses: loss('card/headline-cut') }, false],
    ['that lacks a word and tells of another loss', { ...lacking, losses: loss('not-carried', 7) }, false],
    ['that is shared', { renderer: null, coverage: undefined }, true],
    ['that is around the stories and shows none', { article: null, coverage: undefined }, true],
    ['that is around the stories and lacks a word', { article: null, ...lacking }, false],
  ])('%s is explained or not', (_, changes, isExplained) => {
    expect(unexplainedIn(manifestOf(changes))).toEqual(isExplained ? [] : [whole.path])
  })
})
