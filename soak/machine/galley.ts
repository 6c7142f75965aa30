import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import type { Outcome } from '../../pipeline/contract/outcome.ts'
import { home } from '../../pipeline/tools/installation.ts'

/** What to publish, from where to where, as of when. */
export interface Publish {
  source: string
  out: string
  /** Absent: nothing is kept, and everything made anew. */
  cache?: string
  now: number
  /** No file may grow beyond so many blocks of 1,024 bytes: a disk that is full for all but small files. */
  fileBlocks?: number
}

/** How a publish ended: by itself with a code, or by a signal. */
export interface Ended {
  code: number | null
  signal: NodeJS.Signals | null
  /** What it said with `--json`; absent where it did not come to that. */
  outcome?: Outcome
  stderr: string
  milliseconds: number
}

/** A publish that is under way. */
export interface Running {
  child: ChildProcess
  ended: Promise<Ended>
}

const program = join(home, 'pipeline/start.js')

/** Start a publish in a process of its own. What it leaves in the folder for temporary files goes with the soak. */
export function startPublish({ source, out, cache, now, fileBlocks }: Publish, temporary: string): Running {
  const words = [program, 'publish', '--json', '--source', source, '--out', out, '--now', new Date(now).toISOString(), ...(cache === undefined ? ['--no-cache'] : ['--cache', cache])]
  // A shell sets the limit, because Node cannot; the signal is ignored, so that the write fails as one on a full disk does.
  const [command, args] = fileBlocks === undefined ? [process.execPath, words] : ['bash', ['-c', `trap '' XFSZ; ulimit -f ${fileBlocks}; exec "$0" "$@"`, process.execPath, ...words]]
  const started = performance.now()
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, TMPDIR: temporary } })
  const output = { stdout: '', stderr: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output.stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output.stderr += text))
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code, signal) => resolve({ code, signal, ...readOutcome(output.stdout), stderr: output.stderr, milliseconds: performance.now() - started }))
  })
  return { child, ended }
}

export function isRunning({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode === null && signalCode === null
}

function readOutcome(stdout: string): Pick<Ended, 'outcome'> {
  try {
    return { outcome: JSON.parse(stdout) as Outcome }
  } catch {
    return {}
  }
}

/** Compare a published folder with its manifest; settles what an interrupted publish has left. */
export async function verify(out: string): Promise<{ code: number | null; stdout: string }> {
  const child = spawn(process.execPath, [program, 'verify', '--json', '--out', out], { stdio: ['ignore', 'pipe', 'inherit'] })
  let stdout = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, stdout }))
  })
}

/** How a run ended, in a word or two. */
export function inWords({ code, signal, outcome }: Ended): string {
  if (signal !== null) return signal
  const [error] = outcome?.diagnostics.filter(({ severity }) => severity === 'error') ?? []
  return code === 2 ? `refused (${error?.rule ?? 'without a word'})` : `exit ${code}`
}
