import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { Provenance } from '../../pipeline/run/provenance.ts'
import { galley } from '../support/run-galley.ts'
import { foundNewspaper, hashesBelow, story, type SmallNewspaper } from '../support/small-newspaper.ts'

const home = join(import.meta.dirname, '../..')
const open: SmallNewspaper[] = []
afterEach(() => Promise.all(open.splice(0).map((paper) => paper.close())))

const now = ['--now', '2026-11-23T12:00:00Z']

async function found(): Promise<SmallNewspaper> {
  const paper = await foundNewspaper({ ferry: story('Ferry stays in port'), gale: story('Gale closes the bar') })
  open.push(paper)
  return paper
}

async function publish({ source, out }: SmallNewspaper, words: readonly string[] = now): Promise<Provenance> {
  const { code, stdout } = await galley(['publish', '--source', source, '--out', out, ...words])
  if (code === 2) throw new Error(stdout)
  return Provenance.parse(JSON.parse(await readFile(join(out, 'provenance.json'), 'utf8')))
}

const sha256 = async (path: string): Promise<string> => createHash('sha256').update(await readFile(path)).digest('hex')
const parametersOf = ({ predicate }: Provenance) => predicate.buildDefinition.externalParameters
const dependency = ({ predicate }: Provenance, name: string) => predicate.buildDefinition.resolvedDependencies.find((one) => one.name === name)

describe('the provenance of an edition', () => {
  it('tells the hash of the manifest, and with it those of all files', async () => {
    const paper = await found()
    const { subject: [{ name, digest }] } = await publish(paper)
    expect(digest.sha256).toBe(await sha256(join(paper.out, name)))
    const listed = new Map((await paper.manifest()).files.map((file) => [file.path, file.sha256]))
    const { 'manifest.json': _manifest, 'provenance.json': _provenance, ...rest } = await hashesBelow(paper.out)
    expect(new Map(Object.entries(rest))).toEqual(listed)
  })

  it('names the source, the lockfile and the code that it was made of', async () => {
    const paper = await found()
    const provenance = await publish(paper)
    expect(dependency(provenance, 'package-lock.json')?.digest.sha256).toBe(await sha256(join(home, 'package-lock.json')))
    expect(dependency(provenance, 'source')?.digest.sha256).toBe((await paper.manifest() as unknown as { input: string }).input)
    expect(dependency(provenance, 'code')?.digest.sha256).toMatch(/^[0-9a-f]{64}$/)
    await paper.write('articles/gale.md', story('Gale opens the bar'))
    const later = await publish(paper)
    expect(dependency(later, 'source')).not.toEqual(dependency(provenance, 'source'))
    expect(dependency(later, 'code')).toEqual(dependency(provenance, 'code'))
  })

  it('names what a run was asked for, and the moment only where one was named', async () => {
    const paper = await found()
    expect(parametersOf(await publish(paper, []))).toEqual({ check: 'standard', strict: false })
    const asked = await publish(paper, [...now, '--only', 'fer*', '--formats', 'html', '--strict'])
    expect(parametersOf(asked)).toEqual({ check: 'standard', strict: true, selectedBy: ['only'], formats: ['html'], now: '2026-11-23T12:00:00.000Z' })
  })

  it('has no word of a story that may not be public, even where it was asked for', async () => {
    const paper = await found()
    await paper.write('articles/harbourmaster-resigns.md', story('Harbourmaster resigns', 'embargo: { until: 2027-01-01T00:00:00Z }\n'))
    await publish(paper, [...now, '--only', 'harbourmaster*,ferry'])
    expect(await readFile(join(paper.out, 'provenance.json'), 'utf8')).not.toMatch(/harbourmaster/i)
  })

  it('says which stories a run has not made but found', async () => {
    const paper = await found()
    expect(dependency(await publish(paper), 'earlier publishes')).toBeUndefined()
    await paper.write('articles/gale.md', '---\nheadline: "\n---\n')
    const partly = await publish(paper)
    expect(dependency(partly, 'earlier publishes')?.annotations).toMatchObject({ stories: 1 })
  })

  it('and the bill of materials are the same, byte by byte, wherever and whenever the same is published', async () => {
    const [one, other] = [await found(), await found()]
    await publish(one, ['--jobs', '1'])
    await publish(other, ['--jobs', '3', '--cache', join(other.folder, 'cache')])
    await publish(other, ['--cache', join(other.folder, 'cache')])
    expect(await hashesBelow(other.out)).toEqual(await hashesBelow(one.out))
  })

  it('is made anew where it is damaged', async () => {
    const paper = await found()
    const provenance = await publish(paper)
    await writeFile(join(paper.out, 'provenance.json'), '{ "_type": ')
    expect(await publish(paper)).toEqual(provenance)
  })
})
