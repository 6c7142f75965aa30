import { execFile } from 'node:child_process'
import { environmentWith } from '../environment.ts'

/** What git answered, or why it did not: `missing` where there is no git, else its own first line. */
export type GitAnswer = { output: string } | { missing: true } | { refused: string }

// Where its settings and the repository are, if not in the usual places: a CI names a folder there as safe that another user owns.
const told = [
  'HOME', 'XDG_CONFIG_HOME', 'USERPROFILE', 'TMPDIR', 'TEMP', 'TMP', 'GIT_DIR', 'GIT_WORK_TREE', 'GIT_COMMON_DIR', 'GIT_INDEX_FILE', 'GIT_OBJECT_DIRECTORY',
  'GIT_ALTERNATE_OBJECT_DIRECTORIES', 'GIT_CEILING_DIRECTORIES', 'GIT_DISCOVERY_ACROSS_FILESYSTEM', 'GIT_CONFIG_GLOBAL', 'GIT_CONFIG_SYSTEM', 'GIT_CONFIG_NOSYSTEM',
]

/**
 * Ask git something about the repository that a folder lies in. No shell is between, nothing is written or fetched (a clone that left files out
 * would fetch them now), and no setting of the user changes the answer's form. Throws where the signal is aborted.
 */
export function git(folder: string, words: readonly string[], signal: AbortSignal): Promise<GitAnswer> {
  // Its messages in English; its index left alone, which somebody may be writing.
  const env = { ...environmentWith([...told, ...settingsGiven()]), LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0', GIT_ALLOW_PROTOCOL: 'none' }
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

/** Names of the settings that came as variables, `safe.directory` among them (git-config(1), GIT_CONFIG_COUNT). */
function settingsGiven(): string[] {
  return Object.keys(process.env).filter((name) => /^GIT_CONFIG_(?:COUNT|(?:KEY|VALUE)_\d+)$/.test(name))
}

function firstLine(text: string): string {
  return (text.trim().split('\n', 1)[0] ?? '').replace(/^fatal: /, '')
}
