import { appendFile, mkdir, open, writeFile } from 'node:fs/promises'
import { dirname, resolve, sep } from 'node:path'
import { reportInto } from '../contract/catalogue.ts'
import type { Diagnostic } from '../contract/diagnostic.ts'
import { isDiskError } from './disk-failure.ts'

/** A file that a report goes to when the run is over. */
export interface ReportFile {
  path: string
  /** What stands in it stays, as in the page that the steps of a job share. */
  isAppended?: boolean
}

/**
 * Find out, before anything is published, which report could not be written when all is done. `out` is for readers: a report in it would be
 * a file that no publish has made.
 */
export async function checkReportFiles(files: readonly ReportFile[], out?: string): Promise<Diagnostic[]> {
  const found = files.map(async ({ path }) => {
    if (out !== undefined && `${resolve(path)}${sep}`.startsWith(`${resolve(out)}${sep}`)) return refuse(path, `it lies in ${out}, which is for what is published`)
    return writing(path, async () => (await open(path, 'a')).close())
  })
  return (await Promise.all(found)).flat()
}

/** Write one report; its folder is made. What the disk says against it is returned, not thrown. */
export async function writeReportFile({ path, isAppended = false }: ReportFile, text: string): Promise<Diagnostic[]> {
  return writing(path, () => (isAppended ? appendFile(path, text) : writeFile(path, text)))
}

async function writing(path: string, write: () => Promise<void>): Promise<Diagnostic[]> {
  try {
    await mkdir(dirname(path), { recursive: true })
    await write()
    return []
  } catch (error) {
    if (!isDiskError(error)) throw error
    return refuse(path, error.code)
  }
}

function refuse(path: string, detail: string): Diagnostic[] {
  const diagnostics: Diagnostic[] = []
  reportInto(diagnostics)('report-unwritable', { file: '' }, { path, detail })
  return diagnostics
}
