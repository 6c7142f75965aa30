import { mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { silence } from '../../pipeline/report/watch-progress.ts'
import { printVerification } from '../../pipeline/report/print-verification.ts'
import { paint } from '../../pipeline/report/paint.ts'
import { publish } from '../../pipeline/run/publish.ts'
import { verify } from '../../pipeline/run/verify.ts'
import { foundNewspaper, hashesBelow, story, type SmallNewspaper } from '../support/small-newspaper.ts'

let paper: SmallNewspaper
beforeAll(async () => {
  paper = await foundNewspaper({ ferry: story('Ferry stays in port') })
})
beforeEach(async () => {
  await rm(paper.out, { recursive: true, force: true })
  await publish({ source: paper.source, out: paper.out, now: Date.parse('2026-11-23T12:00:00Z'), strict: false, check: 'standard', jobs: 1, signal }, silence)
})
afterAll(() => paper.close())

const { signal } = new AbortController()
const page = 'sea/ferry/index.html'
const onDesk = async (name: string, text = 'spy()') => {
  await mkdir(dirname(join(paper.out, '.galley', name)), { recursive: true })
  await writeFile(join(paper.out, '.galley', name), text)
}
const verified = async () => {
  const { exitCode, diagnostics } = await verify({ out: paper.out, signal })
  return { exitCode, found: diagnostics.map(({ rule, file }) => `${rule} ${file}`) }
}

describe('verify', () => {
  it('finds nothing in a folder as it was published, and leaves it as it is', async () => {
    const before = await hashesBelow(paper.out)
    expect(await verified()).toEqual({ exitCode: 0, found: [] })
    expect(await hashesBelow(paper.out)).toEqual(before)
  })

  it.each([
    ['file-missing', `file-missing ${page}`, () => rm(join(paper.out, page))],
    ['file-changed', `file-changed ${page}`, () => writeFile(join(paper.out, page), 'Ferry sails')],
    ['file-changed where a folder stands', `file-changed ${page}`, async () => mkdir(join(paper.out, page), { recursive: true }), true],
    ['file-changed where the manifest is not the one that the provenance tells of', 'file-changed manifest.json', async () => writeFile(join(paper.out, 'manifest.json'), JSON.stringify(await paper.manifest()))],
    ['file-missing where the provenance is gone', 'file-missing provenance.json', () => rm(join(paper.out, 'provenance.json'))],
    ['provenance-unreadable', 'provenance-unreadable provenance.json', () => writeFile(join(paper.out, 'provenance.json'), '{ "_type": "something else" }')],
    ['file-changed where somebody has changed the bill of materials', 'file-changed sbom.cdx.json', () => writeFile(join(paper.out, 'sbom.cdx.json'), '{}')],
    ['file-added', 'file-added sea/ferry/tracker.js', () => writeFile(join(paper.out, 'sea/ferry/tracker.js'), 'spy()')],
    ['file-added beside what a run leaves', 'file-added .galley/tracker.js', () => onDesk('tracker.js')],
    ['file-added beside the workspace of a run', 'file-added .galley/stages/page', () => onDesk('stages/page')],
    ['file-added where the desk of a run is a link', 'file-added .galley', () => symlink('sea', join(paper.out, '.galley'))],
    ['file-added for a link', 'file-added sea/quay', () => symlink('ferry', join(paper.out, 'sea/quay'))],
  ])('finds %s', async (_, found, damage, first = false) => {
    if (first) await rm(join(paper.out, page))
    await damage()
    expect(await verified()).toEqual({ exitCode: 1, found: [found] })
  })

  it('clears away what a publish left that died before its journal was written', async () => {
    await onDesk('stage/5c2a')
    await onDesk('journal.json.part')
    await onDesk('lock', JSON.stringify({ token: '1', process: 2 ** 22 + 1, host: hostname(), since: '2026-11-23T12:00:00Z' }))
    expect(await verified()).toEqual({ exitCode: 0, found: [] })
    expect(await readdir(paper.out)).not.toContain('.galley')
  })

  it('leaves alone a publish that is under way: out-locked', async () => {
    await onDesk('stage/5c2a')
    await onDesk('lock', JSON.stringify({ token: '1', process: process.pid, host: hostname(), since: '2026-11-23T12:00:00Z' }))
    expect(await verified()).toEqual({ exitCode: 2, found: ['out-locked '] })
    expect(await readdir(join(paper.out, '.galley'), { recursive: true })).toContain('stage/5c2a')
  })

  it('has nothing to go by where there is no manifest: no-manifest', async () => {
    expect(await verify({ out: paper.source, signal })).toMatchObject({ exitCode: 2, diagnostics: [{ rule: 'no-manifest' }] })
  })

  it('does not trust a manifest that leads out of its folder', async () => {
    const manifest = JSON.parse(JSON.stringify(await paper.manifest())) as { files: { path: string }[] }
    manifest.files.push({ ...manifest.files[0], path: '../../etc/passwd' })
    await writeFile(join(paper.out, 'manifest.json'), JSON.stringify(manifest))
    expect(await verify({ out: paper.out, signal })).toMatchObject({ exitCode: 2, diagnostics: [{ rule: 'manifest-unreadable' }] })
  })

  it('first completes a publish that died half-way', async () => {
    await mkdir(join(paper.out, '.galley/stage'), { recursive: true })
    await writeFile(join(paper.out, '.galley/stage/page'), 'Ferry sails')
    await writeFile(join(paper.out, '.galley/stage/manifest'), await readFile(join(paper.out, 'manifest.json')))
    await writeFile(join(paper.out, '.galley/journal.json'), JSON.stringify({ version: 1, moves: [{ from: '.galley/stage/page', to: page }], removes: [], manifest: '.galley/stage/manifest' }))
    expect(await verified()).toEqual({ exitCode: 1, found: [`file-changed ${page}`] })
  })

  it('says in words what is wrong', async () => {
    await rm(join(paper.out, page))
    const said = printVerification(await verify({ out: paper.out, signal }), { out: 'dist', paint: paint.plain })
    expect(said).toContain('error  This file was published, and is missing. [file-missing]\n  at dist/sea/ferry/index.html')
    expect(said).toMatch(/1 of the files in dist is not as it was published\.\n$/)
  })
})
