import { execFile } from 'node:child_process'
import { availableParallelism, cpus, loadavg, release, totalmem } from 'node:os'
import { promisify } from 'node:util'
import { hasValidator } from '../../pipeline/tools/amp/validator-file.ts'
import { printerName } from '../../pipeline/tools/browser/printer.ts'
import { home } from '../../pipeline/tools/installation.ts'

/** Where and with what a run was made. */
export interface Machine {
  date: string
  commit: string
  cores: number
  model: string
  memory: string
  system: string
  node: string
  browser: string
  /** Whether AMP pages are judged; without it they look cheaper than they are. */
  ampValidator: string
  /** Processes that wanted a core in the minute before: others were at work if it is far above 0. */
  loadBefore: string
}

/** Describe this machine, before anything is measured. */
export async function describeMachine(): Promise<Machine> {
  return {
    date: new Date().toISOString().slice(0, 16).replace('T', ' ') + ' UTC',
    commit: await commit(),
    cores: availableParallelism(),
    model: cpus()[0]?.model ?? 'unknown',
    memory: `${Math.round(totalmem() / 2 ** 30)} GiB`,
    system: `${process.platform} ${release()}`,
    node: process.version,
    browser: printerName() ?? 'none',
    ampValidator: (await hasValidator()) ? 'there' : '**missing**: run `npm run fetch-validators` first',
    loadBefore: (loadavg()[0] ?? 0).toFixed(1),
  }
}

async function commit(): Promise<string> {
  try {
    const isChanged = (await git('status', '--porcelain', '--untracked-files=no')) !== ''
    return `${await git('rev-parse', '--short=12', 'HEAD')}${isChanged ? ' with changes' : ''}`
  } catch {
    return 'unknown'
  }
}

async function git(...words: string[]): Promise<string> {
  return (await promisify(execFile)('git', words, { cwd: home })).stdout.trim()
}
