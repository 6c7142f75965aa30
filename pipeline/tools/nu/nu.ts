import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Availability } from '../../contract/check.ts'
import { packageFolder } from '../installation.ts'
import type { Finding, JudgedBytes } from '../java/finding.ts'
import { inTemporaryFolder } from '../in-temporary-folder.ts'
import { installedTool } from '../java/installed-tool.ts'
import { findJava, runJava } from '../java/java.ts'
import type { PageKind } from './exceptions.ts'
import { readNuReport } from './read-nu-report.ts'

/** Version of the Nu HTML checker and its Java, `26.9.27, Java 17.0.15`, or what to install for it. Never throws. */
export async function nuVersion(environment = process.env): Promise<Availability> {
  const tool = installedTool('The Nu HTML checker', 'vnu-jar')
  if ('missing' in tool) return tool
  const java = await findJava('The Nu HTML checker', environment)
  return 'missing' in java ? java : { version: `${tool.version}, Java ${java.version}` }
}

/**
 * Let the Nu HTML checker, the W3C's own, judge pages in one virtual machine (https://validator.github.io/validator/): errors and
 * warnings, in the order of the pages, but for the written exceptions of each kind of page. Throws where it is not at hand or does not answer.
 */
export async function checkPages(pages: readonly (JudgedBytes & { kind: PageKind })[], signal: AbortSignal): Promise<readonly Finding[][]> {
  const java = await findJava('The Nu HTML checker')
  if ('missing' in java) throw new Error(java.missing)
  return inTemporaryFolder('nu', async (folder) => {
    const files = pages.map(({ bytes, kind }, index) => ({ bytes, kind, file: join(folder, `${index}.html`) }))
    for (const { file, bytes } of files) await writeFile(file, bytes)
    const jar = join(packageFolder('vnu-jar'), 'build', 'dist', 'vnu.jar')
    // The folder, because the addresses of thousands of files are more than a command line holds.
    const args = ['-jar', jar, '--format', 'json', '--stdout', '--exit-zero-always', folder]
    return readNuReport(await runJava(java, args, 60 + 2 * pages.length, signal), files)
  })
}
