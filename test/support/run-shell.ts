import { spawn } from 'node:child_process'
import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import type { Finished } from './run-galley.ts'

/** Run a script as a CI does: a fresh bash with no environment but what is given, and what a machine has anyhow. */
export function runShell(script: string, { cwd, env, options = ['-e'] }: { cwd: string; env: Readonly<Record<string, string>>; options?: readonly string[] }): Promise<Finished> {
  const { PATH = '', HOME = '', TMPDIR } = process.env
  return new Promise((resolve, reject) => {
    const child = spawn('bash', ['--noprofile', '--norc', ...options, '-c', script], { cwd, env: { PATH, HOME, CI: 'true', ...(TMPDIR ? { TMPDIR } : {}), ...env } })
    let [stdout, stderr] = ['', '']
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, stdout, stderr }))
  })
}

/** A PATH on which these programs are stand-ins that only write down how they were called, one line a call. */
export async function standIns(folder: string, names: readonly string[]): Promise<{ PATH: string; calls: string }> {
  const [programs, calls] = [join(folder, 'stand-ins'), join(folder, 'calls.txt')]
  await mkdir(programs, { recursive: true })
  await writeFile(calls, '')
  for (const name of names) {
    await writeFile(join(programs, name), `#!/bin/sh\necho "${name} $*" >> '${calls}'\n`)
    await chmod(join(programs, name), 0o755)
  }
  return { PATH: `${programs}${delimiter}${process.env['PATH'] ?? ''}`, calls }
}
