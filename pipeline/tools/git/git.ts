import { execFile } from 'node:child_process'

/** What git answered, or why it did not: `missing` where there is no git, else its own first line. */
export type GitAnswer = { output: string } | { missing: true } | { refused: string }

/**
 * Ask git something about the repository that a folder lies in. No shell is between, nothing is written, and no setting of the user changes
 * the answer's form. Throws where the signal is aborted.
 */
export function git(folder: string, words: readonly string[], signal: AbortSignal): Promise<GitAnswer> {
  // Its messages in English; its index left alone, which somebody may be writing.
  const env = { ...process.env, LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0' }
  const settings = ['-c', 'diff.relative=false', '-c', 'core.fsmonitor=false']
  return new Promise((resolve, reject) => {
    execFile('git', [...settings, ...words], { cwd: folder, signal, env, maxBuffer: 256 * 1024 * 1024 }, (error, stdout, stderr) => {
      if (signal.aborted) reject(signal.reason)
      else if (error === null) resolve({ output: stdout })
      else if (error.code === 'ENOENT') resolve({ missing: true })
      else resolve({ refused: firstLine(stderr) || error.message })
    })
  })
}

function firstLine(text: string): string {
  return (text.trim().split('\n', 1)[0] ?? '').replace(/^fatal: /, '')
}
