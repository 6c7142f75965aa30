import { spawn } from 'node:child_process'
import { join } from 'node:path'

const ownStart = join(import.meta.dirname, '../../pipeline/start.js')

export interface Finished {
  code: number | null
  stdout: string
  stderr: string
}

/**
 * Run the real command in a process of its own, as `npm run publish -- …` does. A publish keeps nothing over runs, unless the test names a
 * cache: no test is to see what another has made.
 */
export function galley(words: readonly string[], { cwd, env = {}, start = ownStart, onStart }: { cwd?: string; env?: NodeJS.ProcessEnv; start?: string; onStart?: (kill: (signal: NodeJS.Signals) => void) => void } = {}): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [start, ...words, ...withoutCache(words)], { ...(cwd ? { cwd } : {}), env: { ...process.env, ...env } })
    let stdout = ''
    let stderr = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, stdout, stderr }))
    onStart?.((signal) => child.kill(signal))
  })
}

function withoutCache(words: readonly string[]): string[] {
  const isPublish = words[0] === 'publish' || words[0]?.startsWith('-') === true
  const isAsked = words.some((word) => ['--cache', '--no-cache', '--help', '--version'].includes(word))
  return isPublish && !isAsked ? ['--no-cache'] : []
}
