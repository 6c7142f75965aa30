import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

/** Run git in a folder, as somebody whose own settings do not matter; its output. */
export async function runGit(folder: string, ...words: string[]): Promise<string> {
  const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1', GIT_AUTHOR_NAME: 'Mara Quill', GIT_AUTHOR_EMAIL: 'mara@gazette.example', GIT_COMMITTER_NAME: 'Mara Quill', GIT_COMMITTER_EMAIL: 'mara@gazette.example' }
  const { stdout } = await promisify(execFile)('git', ['-c', 'protocol.file.allow=always', ...words], { cwd: folder, env })
  return stdout
}

/** Make a folder a repository with all that is in it as its first commit on `main`. */
export async function foundRepository(folder: string): Promise<void> {
  await runGit(folder, 'init', '--quiet', '--initial-branch=main')
  await commitAll(folder, 'The first edition')
}

export async function commitAll(folder: string, subject: string): Promise<void> {
  await runGit(folder, 'add', '--all')
  await runGit(folder, 'commit', '--quiet', '--allow-empty', '-m', subject)
}
