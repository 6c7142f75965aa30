import { randomUUID } from 'node:crypto'
import { relative, resolve, sep } from 'node:path'
import { Argument, Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import * as z from 'zod'
import { DateTime } from './ast/small-types.ts'
import { reportInto } from './contract/catalogue.ts'
import type { Diagnostic } from './contract/diagnostic.ts'
import { nearestName } from './contract/nearest.ts'
import { refusal, refusedInspection, type Outcome } from './contract/outcome.ts'
import { didYouMean } from './contract/rule.ts'
import { paint, type Paint } from './report/paint.ts'
import { printInspection } from './report/print-inspection.ts'
import { printJson } from './report/print-json.ts'
import { printSummary } from './report/print-summary.ts'
import { printVerification } from './report/print-verification.ts'
import { reporterNames, reportFiles, type Report, type ReporterName } from './report/report.ts'
import { defaultCacheLimit } from './cache/cache.ts'
import { defaultJobs } from './run/default-jobs.ts'
import { version } from './tools/installation.ts'

/** Of every command that a continuous integration may listen to. */
interface ReportFlags {
  reporter?: ReporterName[]
  reportFile?: string
}

interface PublishFlags extends ReportFlags {
  source: string
  out: string
  formats?: string[]
  only?: string[]
  changedSince?: string
  now?: number
  check: 'standard' | 'full'
  strict?: true
  json?: true
  jobs: number
  cache: string | false
  cacheLimit: number
  explain?: string
}

/** Run one command of Galley and set the exit code: 0 published, 1 some story had an error, 2 wrong usage or configuration. */
export async function main(words: readonly string[]): Promise<void> {
  try {
    await commands().parseAsync(words, { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) return explainBug(error)
    process.exitCode = error.exitCode === 0 ? 0 : 2
    if (process.exitCode === 2 && words.includes('--json')) process.stdout.write(printJson(badUsage(error)))
  }
}

function badUsage({ message }: CommanderError): Outcome {
  const diagnostics: Diagnostic[] = []
  reportInto(diagnostics)('bad-usage', { file: '' }, { message: message.replace(/^error: /, '') })
  return refusal(diagnostics)
}

function explainBug(error: unknown): void {
  process.stderr.write(`This is a bug in Galley; nothing is wrong with your stories. Please report it with what follows.\n${error instanceof Error ? error.stack : String(error)}\n`)
  process.exitCode = 1
}

/** What the exit code of each command means. 130 and 143: it was stopped. */
export const exitCodes = {
  publish: { 0: 'published', 1: 'some story had an error and was left as it was', 2: 'wrong usage or configuration and nothing was touched' },
  check: { 0: 'no errors', 1: 'some story has an error', 2: 'wrong usage or configuration' },
  verify: { 0: 'as published', 1: 'some file is missing, changed or added', 2: 'there is no manifest to compare with' },
  cache: { 0: 'well', 1: 'something was damaged and is gone', 2: 'there is no cache' },
} as const satisfies Record<string, Record<0 | 1 | 2, string>>

function exitCodeLine(command: keyof typeof exitCodes): string {
  return `\nExit code: ${Object.entries(exitCodes[command]).map(([code, meaning]) => `${code} ${meaning}`).join(', ')}.`
}

/** The whole command line, for `main` and for the reference (docs/reference.md). */
export function commands(): Command {
  const galley = new Command('npm run').description('One article in, every channel out.').version(version).exitOverride()
  galley
    .command('publish', { isDefault: true })
    .usage('-- [options]')
    .description('Publish a newspaper: every story of --source in every format, into --out.')
    .helpOption('-h, --help', 'show this and exit')
    .option('--source <dir>', 'the folder of the newspaper: publication.yml, articles/, media/', 'source')
    .option('--out <dir>', 'the folder to publish into: an empty one, or one published into before', 'dist')
    .option('--formats <list>', 'only these formats, as html,pdf; the files of all others stay', parseList)
    .option('--only <slugs>', 'only these stories, by slug or pattern, as port-strike or port-*; all others stay', parseList)
    .option('--changed-since <ref>', 'only the stories that differ from this commit, branch or tag of git, and those that depend on what does; all others stay')
    .option('--now <time>', 'publish as of this moment, as 2026-03-04T18:00:00Z (default: the present)', parseTime)
    .addOption(new Option('--check <level>', 'full: EPUBCheck, Ace, the Nu checker and axe judge every file, too').choices(['standard', 'full']).default('standard'))
    .option('--strict', 'publish nothing if anything has an error')
    .addOption(new Option('--jobs <n>', 'stories drawn at a time').argParser(parseCount).default(defaultJobs(), 'one a core, as memory allows'))
    .option('--cache <dir>', 'the folder of what is kept over runs', defaultCache)
    .option('--no-cache', 'keep nothing over runs and make everything anew')
    .addOption(new Option('--cache-limit <megabytes>', 'what the cache may hold').argParser(parseMegabytes).default(defaultCacheLimit, `${defaultCacheLimit / 1e6}`))
    .option('--explain <slug>', 'say why each format of this story was made anew')
    .addOption(reporterOption())
    .addOption(reportFileOption())
    .option('--json', 'print one JSON object instead of words; use with npm run -s')
    .addHelpText('after', exitCodeLine('publish'))
    .exitOverride()
    .action(runPublish)
  galley
    .command('check')
    .usage('-- [options]')
    .description('Judge a newspaper by the rules of the house: every story of --source, also those that are not public. Draws and writes nothing.')
    .helpOption('-h, --help', 'show this and exit')
    .option('--source <dir>', 'the folder of the newspaper: publication.yml, articles/, media/', 'source')
    .option('--only <slugs>', 'only these stories, by slug or pattern, as port-strike or port-*', parseList)
    .option('--now <time>', 'judge as of this moment, as 2026-03-04T18:00:00Z (default: the present)', parseTime)
    .option('--cache <dir>', 'the folder of what publishes have kept; it is only read', defaultCache)
    .option('--no-cache', 'judge everything anew')
    .addOption(reporterOption())
    .addOption(reportFileOption())
    .option('--json', 'print one JSON object instead of words; use with npm run -s')
    .addHelpText('after', exitCodeLine('check'))
    .exitOverride()
    .action(runCheck)
  galley
    .command('verify')
    .usage('-- [options]')
    .description('Compare a published folder with its manifest: nothing missing, changed or added.')
    .helpOption('-h, --help', 'show this and exit')
    .option('--out <dir>', 'the folder that was published into', 'dist')
    .option('--json', 'print one JSON object instead of words; use with npm run -s')
    .addHelpText('after', exitCodeLine('verify'))
    .exitOverride()
    .action(runVerify)
  galley
    .command('cache')
    .usage('-- <stats|clear|verify> [options]')
    .description('Count what is kept over runs, remove it, or look for damage in it.')
    .helpOption('-h, --help', 'show this and exit')
    .addArgument(new Argument('<action>').choices(['stats', 'clear', 'verify']))
    .option('--cache <dir>', 'the folder of what is kept over runs', defaultCache)
    .addOption(new Option('--keep <what>', 'with clear: what stays').choices(['nothing', 'pictures']).default('nothing'))
    .option('--json', 'print one JSON object instead of words; use with npm run -s')
    .addHelpText('after', exitCodeLine('cache'))
    .exitOverride()
    .action(runCache)
  return galley
}

interface CheckFlags extends ReportFlags {
  source: string
  cache: string | false
  only?: string[]
  now?: number
  json?: true
}

async function runCheck(flags: CheckFlags, command: Command): Promise<void> {
  const { check } = await import('./run/check.ts')
  const { json, now = Date.now(), cache, reporter: _names, reportFile: _file, ...options } = flags
  const root = rootOf(flags.source)
  const reports = await openReports(flags, command)
  const slugs: string[] = []
  const stop = stopOnSignals()
  try {
    const refused = await reports.check()
    const checked = refused.length > 0 ? refusedInspection(refused) : await check({ ...options, ...(cache === false ? {} : { cache }), now, signal: stop.signal, onStory: (slug) => void slugs.push(slug) })
    const { outcome, lines } = await reports.tell(checked, { stories: slugs.toSorted(), root, version }, async ({ exitCode, diagnostics }) => (await import('./report/print-job-page.ts')).printProblemsPage(checkTitles[exitCode], diagnostics, root))
    printTold(json ? printJson(outcome) : printInspection(outcome, { root: root || '.', paint: paintOf() }), lines, json)
    process.exitCode = outcome.exitCode
  } catch (error) {
    if (stop.exitCode === undefined) throw error
    process.exit(stop.exitCode)
  } finally {
    stop.done()
  }
}

const checkTitles = { 0: 'Checked', 1: 'Checked, and not all is well', 2: 'Nothing was checked' } as const

/** `--reporter`, the same for every command that has something to report. */
function reporterOption(): Option {
  return new Option('--reporter <names>', 'tell a CI what is wrong and where: github (annotations in the log, a table on the job’s page), gitlab, junit, sarif (a file each), as gitlab,junit').argParser(parseReporters)
}

function reportFileOption(): Option {
  return new Option('--report-file <file>', `where gitlab, junit or sarif goes (default: ${Object.values(reportFiles).join(', ')})`)
}

/** Outside of `node_modules`, which every npm ci empties, and of `dist`, which is for readers. */
const defaultCache = '.cache/galley'

async function runCache(action: 'stats' | 'clear' | 'verify', { cache, keep, json }: { cache: string; keep: 'nothing' | 'pictures'; json?: true }): Promise<void> {
  const { tendCache } = await import('./run/tend-cache.ts')
  const report = await tendCache(action, cache, keep)
  process.stdout.write(json ? printJson(report) : `${report.lines.join('\n')}\n`)
  process.exitCode = report.exitCode
}

async function runVerify({ out, json }: { out: string; json?: true }): Promise<void> {
  const { verify } = await import('./run/verify.ts')
  const stop = stopOnSignals()
  try {
    const verification = await verify({ out, signal: stop.signal })
    process.stdout.write(json ? printJson(verification) : printVerification(verification, { out, paint: paintOf() }))
    process.exitCode = verification.exitCode
  } catch (error) {
    if (stop.exitCode === undefined) throw error
    process.exit(stop.exitCode)
  } finally {
    stop.done()
  }
}

function paintOf(): Paint {
  return process.stdout.isTTY && !process.env['NO_COLOR'] ? paint.colour : paint.plain
}

async function runPublish(flags: PublishFlags, command: Command): Promise<void> {
  const [{ publish }, { silence, watchProgress }, { noteStories }] = await Promise.all([import('./run/publish.ts'), import('./report/watch-progress.ts'), import('./report/note-stories.ts')])
  const { json, now = Date.now(), strict = false, cache, reporter: _names, reportFile: _file, ...rest } = flags
  const root = rootOf(flags.source)
  const reports = await openReports(flags, command)
  const noted = noteStories(json ? silence : await watchProgress(process.stderr))
  const stop = stopOnSignals()
  try {
    const refused = await reports.check(flags.out)
    const published = refused.length > 0 ? refusal(refused) : await publish({ ...rest, ...(cache === false ? {} : { cache }), now, isNowAsked: flags.now !== undefined, strict, signal: stop.signal }, noted.progress)
    const { outcome, lines } = await reports.tell(published, { stories: noted.stories(), root, version }, async (done) => (await import('./report/print-job-page.ts')).printJobPage(done, root))
    printTold(json ? printJson(outcome) : summaryOf(outcome, flags), lines, json)
    // Asked to stop when all was on its way to its place: it has been published, and whoever asked is told that he was heard.
    process.exitCode = stop.exitCode ?? outcome.exitCode
  } catch (error) {
    if (stop.exitCode === undefined) throw error
    process.stderr.write('Stopped. Nothing was published; nothing was touched.\n')
    // Drawing may still be under way in other threads; nobody waits for it any more.
    process.exit(stop.exitCode)
  } finally {
    stop.done()
  }
}

/** What a run has to say, and lines for a runner. GitHub's listens to both outputs, so `--json` keeps the standard one for itself. */
function printTold(words: string, lines: string | undefined, isJson = false): void {
  if (isJson) process.stderr.write(lines ?? '')
  process.stdout.write(isJson || lines === undefined ? words : `${lines}${withoutCommands(words)}`)
}

/** What a command that reports has come to. */
type Reported = Pick<Outcome, 'exitCode' | 'diagnostics'>

/** What came of a run and of its reports. */
interface Told<T extends Reported> {
  /** With what the disk had against a report. */
  outcome: T
  /** For the log; only with a reporter that has any. */
  lines?: string
}

interface Reports {
  /** Before anything is done: what cannot be written, and then none of them will be. `out` is a folder in which they may not lie. */
  check(out?: string): Promise<Diagnostic[]>
  /** When all is done. `page` makes what a job's page is to show. */
  tell<T extends Reported>(outcome: T, facts: Omit<Report, 'diagnostics'>, page: (outcome: T) => Promise<string>): Promise<Told<T>>
}

/** The reports that were asked for. */
async function openReports({ reporter: names = [], reportFile }: ReportFlags, command: Command): Promise<Reports> {
  const writing = names.filter((name) => name !== 'github')
  if (reportFile !== undefined && writing.length !== 1) command.error(`error: --report-file names the file of one report, and ${writing.length === 0 ? '--reporter asks for none that goes to a file' : `--reporter asks for ${writing.length}`}.`)
  if (names.length === 0) return { check: async () => [], tell: async (outcome) => ({ outcome }) }
  const [{ reporters }, { checkReportFiles, writeReportFile }] = await Promise.all([import('./report/reporters.ts'), import('./run/report-files.ts')])
  const jobPage = names.includes('github') ? process.env['GITHUB_STEP_SUMMARY'] : undefined
  const files = [
    ...names.flatMap((name) => (reporters[name].file === undefined ? [] : [{ path: reportFile ?? reporters[name].file, isAppended: false, print: async (report: Report, _page: () => Promise<string>) => reporters[name].print(report) }])),
    ...(jobPage ? [{ path: jobPage, isAppended: true, print: (_report: Report, page: () => Promise<string>) => page() }] : []),
  ]
  let isRefused = false
  return {
    async check(out) {
      const refused = await checkReportFiles(files, out)
      isRefused = refused.length > 0
      return refused
    },
    async tell(outcome, facts, page) {
      const report: Report = { ...facts, diagnostics: outcome.diagnostics }
      const failures = isRefused ? [] : await Promise.all(files.map(async (file) => writeReportFile(file, await file.print(report, () => page(outcome)))))
      const told = withFailures(outcome, failures.flat())
      return { outcome: told, ...(names.includes('github') ? { lines: reporters.github.print({ ...report, diagnostics: told.diagnostics }) } : {}) }
    },
  }
}

/** A report that was not written is an error, whatever else went well. */
function withFailures<T extends Reported>(outcome: T, failures: readonly Diagnostic[]): T {
  return failures.length === 0 ? outcome : { ...outcome, exitCode: outcome.exitCode || 1, diagnostics: [...outcome.diagnostics, ...failures] }
}

/** The newspaper's folder as CI names files: below the folder in which the command runs. */
function rootOf(source: string): string {
  return relative('', resolve(source)).split(sep).join('/')
}

/** What is for people may quote a story, and a story could be made to speak to GitHub's runner: it is told not to listen meanwhile. */
function withoutCommands(words: string): string {
  const end = randomUUID()
  return `::stop-commands::${end}\n${words}::${end}::\n`
}

function summaryOf(outcome: Outcome, { source, out }: PublishFlags): string {
  return printSummary(outcome, { root: rootOf(source) || '.', out, paint: paintOf() })
}

/** Ctrl-C and a polite kill end the run cleanly; 130 and 143 are what shells expect then. */
function stopOnSignals() {
  const controller = new AbortController()
  const stop = { signal: controller.signal, exitCode: undefined as number | undefined, done: () => undefined as void }
  const onInterrupt = (): void => end(130)
  const onTerminate = (): void => end(143)
  const end = (code: number): void => {
    // Whoever asks twice does not want to wait for a disk that hangs; the journal makes that safe.
    if (stop.exitCode !== undefined) process.exit(code)
    stop.exitCode = code
    controller.abort()
  }
  process.on('SIGINT', onInterrupt).on('SIGTERM', onTerminate)
  stop.done = () => void process.off('SIGINT', onInterrupt).off('SIGTERM', onTerminate)
  return stop
}

/** Names separated by commas; an option that is given twice adds to what was given before. */
function parseList(value: string, before: string[] = []): string[] {
  const items = value.split(',').map((item) => item.trim()).filter(Boolean)
  if (items.length === 0) throw new InvalidArgumentError('Expected one name or more, separated by commas.')
  return [...before, ...items]
}

function parseReporters(value: string, before: ReporterName[] = []): ReporterName[] {
  return [...new Set([...before, ...parseList(value).map(reporterCalled)])]
}

function reporterCalled(name: string): ReporterName {
  const known = reporterNames.find((one) => one === name)
  if (known === undefined) throw new InvalidArgumentError(`Unknown reporter "${name}".${didYouMean(nearestName(name, reporterNames))} There are: ${reporterNames.join(', ')}.`)
  return known
}

function parseTime(value: string): number {
  if (!DateTime.safeParse(value).success) throw new InvalidArgumentError('Expected a time with its zone, such as 2026-03-04T18:00:00Z.')
  return Date.parse(value)
}

function parseMegabytes(value: string): number {
  const result = z.coerce.number().int().min(1).safeParse(value)
  if (!result.success) throw new InvalidArgumentError('Expected a whole number of megabytes.')
  return result.data * 1e6
}

function parseCount(value: string): number {
  const result = z.coerce.number().int().min(1).max(64).safeParse(value)
  if (!result.success) throw new InvalidArgumentError('Expected a whole number from 1 to 64.')
  return result.data
}
