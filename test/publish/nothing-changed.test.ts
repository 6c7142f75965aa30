import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { galley } from '../support/run-galley.ts'
import { foundNewspaper, story, type SmallNewspaper } from '../support/small-newspaper.ts'

let paper: SmallNewspaper
beforeEach(async () => {
  paper = await foundNewspaper({ ferry: story('Ferry stays in port'), quay: story('Quay is closed') }, 'html: {}')
})
afterEach(() => paper.close())

const publish = (...words: string[]) => galley(['publish', '--now', '2026-11-23T12:00:00Z', '--source', paper.source, '--out', paper.out, '--cache', join(paper.folder, 'cache'), ...words])
const files = ['manifest.json', 'provenance.json', 'sbom.cdx.json', 'sea/ferry/index.html']
const times = () => Promise.all(files.map(async (path) => (await stat(join(paper.out, path), { bigint: true })).ctimeNs))

it('touches no file of an edition that stands already', async () => {
  expect((await publish()).code).toBe(0)
  const before = await times()
  expect((await publish()).code).toBe(0)
  expect(await times()).toEqual(before)
})

it('puts back a manifest and a provenance that somebody has changed', async () => {
  await publish()
  for (const path of ['manifest.json', 'provenance.json']) {
    const text = await readFile(join(paper.out, path), 'utf8')
    await writeFile(join(paper.out, path), text.replaceAll('\n', ' '))
    expect((await publish()).code).toBe(0)
    expect(await readFile(join(paper.out, path), 'utf8')).toBe(text)
  }
})

it('looks through a manifest that it has not written, though it has written the last one', async () => {
  await publish()
  await writeFile(join(paper.out, 'manifest.json'), '{"schemaVersion":1}')
  const { code, stdout } = await publish()
  expect(code).toBe(2)
  expect(stdout).toContain('manifest-unreadable')
})
