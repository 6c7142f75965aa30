import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkReportFiles, writeReportFile } from '../../pipeline/run/report-files.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'galley-report-'))
  await writeFile(join(folder, 'a-file'), 'one\n')
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const check = (path: string) => checkReportFiles([{ path: join(folder, path) }], join(folder, 'dist'))

describe('the file of a report', () => {
  it('is written whole, with its folder', async () => {
    const path = join(folder, 'reports/today/junit.xml')
    expect(await check('reports/today/junit.xml')).toEqual([])
    await writeReportFile({ path }, 'a long first report')
    expect(await writeReportFile({ path }, 'second')).toEqual([])
    expect(await readFile(path, 'utf8')).toBe('second')
  })

  it('keeps what stands in it where the steps of a job share it', async () => {
    await writeReportFile({ path: join(folder, 'a-file'), isAppended: true }, 'two\n')
    expect(await readFile(join(folder, 'a-file'), 'utf8')).toBe('one\ntwo\n')
  })

  it('keeps what stands in it while it is only looked at', async () => {
    await check('a-file')
    expect(await readFile(join(folder, 'a-file'), 'utf8')).toBe('one\n')
  })

  it.each([
    ['a folder stands in its place', '.'],
    ['a file stands where its folder is to be', 'a-file/junit.xml'],
    ['it lies among what is published', 'dist/junit.xml'],
    ['it is the folder of what is published', 'dist'],
  ])('is refused before anything is published where %s: report-unwritable', async (_what, path) => {
    expect(await check(path)).toMatchObject([{ rule: 'report-unwritable', severity: 'error', scope: 'publication' }])
  })

  it('that the disk does not take in the end is told of, not thrown', async () => {
    expect(await writeReportFile({ path: join(folder, 'a-file/junit.xml') }, '')).toMatchObject([{ rule: 'report-unwritable' }])
  })

  it('may lie beside a folder whose name begins alike', async () => {
    expect(await check('dist-report.xml')).toEqual([])
  })
})
