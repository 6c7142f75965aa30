import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fixtures } from '../support/newsroom.ts'
import { galley } from '../support/run-galley.ts'
import { hashesBelow } from '../support/small-newspaper.ts'

/** One way in which a publish can differ from another of the same source without differing in a byte. */
interface Circumstance {
  source?: string
  out: string
  now?: string
  jobs?: string
  /** Absent: everything is made anew. */
  cache?: string
  cwd?: string
  env?: Record<string, string>
}

const folder = mkdtempSync(join(tmpdir(), 'galley-equal-'))
const cache = join(folder, 'cache')
const today = '2026-11-23T12:00:00Z'

/** A story of every kind of node, one from right to left, one behind a paywall: in every format there is. */
const only = 'every-node,arabic,gated'

async function publish({ source = fixtures, out, now = today, jobs = '2', cache: kept, cwd, env }: Circumstance): Promise<Record<string, string>> {
  const { code, stdout } = await galley(['publish', '--json', '--only', only, '--source', source, '--out', out, '--now', now, '--jobs', jobs, ...(kept === undefined ? ['--no-cache'] : ['--cache', kept])], { ...(cwd ? { cwd } : {}), ...(env ? { env } : {}) })
  expect({ code, errors: JSON.parse(stdout).diagnostics.filter(({ severity }: { severity: string }) => severity === 'error') }).toEqual({ code: 0, errors: [] })
  return hashesBelow(out)
}

/** The same newspaper, its files written in another order to another place. */
function copyBackwards(to: string): string {
  const below = (at: string): string[] => readdirSync(join(fixtures, at), { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? below(join(at, entry.name)) : [join(at, entry.name)]))
  mkdirSync(to, { recursive: true })
  for (const path of below('.').toReversed()) cpSync(join(fixtures, path), join(to, path))
  return to
}

describe('a publish has equal bytes in every format', () => {
  let first: Record<string, string>
  beforeAll(async () => {
    first = await publish({ out: join(folder, 'first'), cache })
  }, 300_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const matrix: [string, () => Circumstance][] = [
    ['once more, with what is remembered of the first time', () => ({ out: join(folder, 'warm'), cache })],
    ['on another day', () => ({ out: join(folder, 'later'), now: '2027-02-03T04:05:06Z' })],
    ['in another time zone', () => ({ out: join(folder, 'far'), env: { TZ: 'Pacific/Auckland' } })],
    ['in another locale', () => ({ out: join(folder, 'foreign'), env: { LANG: 'ar_EG.UTF-8', LC_ALL: 'ar_EG.UTF-8', LANGUAGE: 'ar' } })],
    ['into another folder, called from elsewhere', () => ({ out: join(folder, 'a path with späces/and depth'), cwd: folder })],
    ['one story at a time', () => ({ out: join(folder, 'slow'), jobs: '1' })],
    ['all stories at once', () => ({ out: join(folder, 'fast'), jobs: '7' })],
    ['from a copy whose files were written in another order', () => ({ source: copyBackwards(join(folder, 'copy/of source')), out: join(folder, 'copied') })],
    ['over what stands there already', () => ({ out: join(folder, 'first') })],
    ['over what stands there already, and is remembered', () => ({ out: join(folder, 'first'), cache })],
  ]

  it('at all: there is a file of each of them', () => {
    const formats = ['.html', '.pdf', '.epub', '.jpg', '.json', '.css', '.woff2', '.avif', '.webp']
    expect(formats.filter((extension) => !Object.keys(first).some((path) => path.endsWith(extension)))).toEqual([])
  })

  it.each(matrix)('%s', async (_, circumstance) => {
    const asked = circumstance()
    const [{ 'provenance.json': provenance, ...files }, { 'provenance.json': firstProvenance, ...firstFiles }] = [await publish(asked), first]
    expect(files).toEqual(firstFiles)
    // It tells the moment that somebody has named, and nothing else of all this.
    expect(provenance === firstProvenance).toBe(asked.now === undefined)
  }, 300_000)
})
