import { git, type GitAnswer } from './git.ts'

/** Where a folder lies in its repository. */
export interface GitPlace {
  /** The top of the repository. */
  top: string
  /** The folder below it, with forward slashes: empty, or ending in a slash. */
  prefix: string
}

/** What git says has changed in the repository that a folder lies in. */
export interface Changes extends GitPlace {
  /** The commit that was compared with. */
  commit: string
  /** Files that are not what they were, gone or new, below the top of the repository, with forward slashes. A submodule is one of them. */
  files: readonly string[]
}

/** Why git cannot say. `detail` is its own word. */
export type GitProblem =
  | { problem: 'no-git' }
  | { problem: 'not-a-repository'; detail: string }
  | { problem: 'unknown-revision' }
  | { problem: 'shallow-clone' }
  | { problem: 'git-failed'; detail: string }

/**
 * The difference between a commit and the working tree: what was committed since, staged, changed, or is not yet known to git. Files that
 * git is told to ignore are no part of it. A file that was renamed is two, the old and the new.
 */
export async function changedFiles(folder: string, revision: string, signal: AbortSignal): Promise<Changes | GitProblem> {
  const ask = (...words: string[]): Promise<GitAnswer> => git(folder, words, signal)
  const place = await placeInGit(folder, signal)
  if ('problem' in place) return place
  // What begins with a dash would be an option of git's.
  const found = revision.startsWith('-') ? undefined : await ask('rev-parse', '--verify', '--quiet', `${revision}^{commit}`)
  if (found === undefined || !('output' in found)) return { problem: (await isShallow(folder, signal)) ? 'shallow-clone' : 'unknown-revision' }
  const commit = lineOf(found.output)
  const changed = await ask('diff', '--name-only', '-z', '--no-renames', '--no-ext-diff', '--ignore-submodules=none', commit, '--')
  const unknown = await ask('ls-files', '--others', '--exclude-standard', '--full-name', '-z', '--', ':/')
  if (!('output' in changed)) return failed(changed)
  if (!('output' in unknown)) return failed(unknown)
  const files = `${changed.output}${unknown.output}`.split('\0').filter(Boolean).map((path) => path.replace(/\/$/, ''))
  return { ...place, commit, files: [...new Set(files)].sort() }
}

/** Ask git where a folder lies. */
export async function placeInGit(folder: string, signal: AbortSignal): Promise<GitPlace | GitProblem> {
  const top = await git(folder, ['rev-parse', '--show-toplevel'], signal)
  if (!('output' in top)) return 'missing' in top ? { problem: 'no-git' } : { problem: 'not-a-repository', detail: top.refused }
  const prefix = await git(folder, ['rev-parse', '--show-prefix'], signal)
  return 'output' in prefix ? { top: lineOf(top.output), prefix: lineOf(prefix.output) } : failed(prefix)
}

/** A file as it was in a commit, by its path below the top of the repository; undefined where it was not there. */
export async function fileInCommit(folder: string, commit: string, path: string, signal: AbortSignal): Promise<Uint8Array | undefined> {
  const answer = await git(folder, ['cat-file', 'blob', `${commit}:${path}`], signal)
  return 'output' in answer ? new TextEncoder().encode(answer.output) : undefined
}

async function isShallow(folder: string, signal: AbortSignal): Promise<boolean> {
  const answer = await git(folder, ['rev-parse', '--is-shallow-repository'], signal)
  return 'output' in answer && lineOf(answer.output) === 'true'
}

/** The names of folders may hold line ends, so only the last one is git's. */
function lineOf(output: string): string {
  return output.replace(/\r?\n$/, '')
}

function failed(answer: Exclude<GitAnswer, { output: string }>): GitProblem {
  return 'missing' in answer ? { problem: 'no-git' } : { problem: 'git-failed', detail: answer.refused }
}
