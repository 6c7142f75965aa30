import { chmod, mkdir, mkdtemp, readFile, realpath, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { changedFiles, fileInCommit } from '../../pipeline/tools/git/changed-files.ts'
import { commitAll, foundRepository, runGit } from '../support/repository.ts'

const { signal } = new AbortController()
let folder: string

beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'galley-git-')))
  await put('source/articles/ferry.md', 'The first boat.')
  await put('source/articles/gale.md', 'The bar is closed.')
  await put('.gitignore', '*.log\n')
  await foundRepository(folder)
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await rm(folder, { recursive: true, force: true })
})

async function put(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true })
  await writeFile(join(folder, path), text)
}

async function changed(revision = 'main', from = 'source'): Promise<readonly string[]> {
  const changes = await changedFiles(join(folder, from), revision, signal)
  if ('problem' in changes) throw new Error(changes.problem)
  return changes.files
}

describe('the difference between a commit and the working tree', () => {
  it('is nothing right after the commit', async () => expect(await changed()).toEqual([]))

  it.each<[string, () => Promise<unknown>, string[]]>([
    ['what is changed and not staged', () => put('source/articles/ferry.md', 'The second boat.'), ['source/articles/ferry.md']],
    ['what is staged', async () => (await put('source/articles/ferry.md', 'x'), runGit(folder, 'add', '.')), ['source/articles/ferry.md']],
    ['what is committed on another branch', async () => (await runGit(folder, 'switch', '--quiet', '-c', 'strike'), await put('source/articles/ferry.md', 'x'), commitAll(folder, 'Report the strike')), ['source/articles/ferry.md']],
    ['what git does not know yet', () => put('source/articles/new/quay.md', 'New.'), ['source/articles/new/quay.md']],
    ['what is gone', () => rm(join(folder, 'source/articles/gale.md')), ['source/articles/gale.md']],
    ['both names of what is renamed', async () => (await rename(join(folder, 'source/articles/gale.md'), join(folder, 'source/articles/storm.md')), runGit(folder, 'add', '--all')), ['source/articles/gale.md', 'source/articles/storm.md']],
    ['what lies outside of the asking folder', () => put('templates/page.ts', ''), ['templates/page.ts']],
    ['nothing that git is told to ignore', () => put('source/notes.log', 'x'), []],
  ])('holds %s', async (_what, change, expected) => {
    await change()
    expect(await changed()).toEqual(expected)
  })

  it.each(['two\nlines.md', 'tab\tand "quotes".md', 'Łódź 東京.md', '-dash.md', ' leading space.md', '100%.md', '*.md', ':(top).md'])('holds a file that is named %j', async (name) => {
    await put(`source/articles/${name}`, 'x')
    expect(await changed()).toEqual([`source/articles/${name}`])
    await commitAll(folder, 'Add it')
    expect(await changed('main~1')).toEqual([`source/articles/${name}`])
  })

  it('is the same whatever the user has set for git', async () => {
    await runGit(folder, 'config', 'diff.relative', 'true')
    await runGit(folder, 'config', 'diff.renames', 'copies')
    await runGit(folder, 'config', 'core.quotePath', 'true')
    await runGit(folder, 'config', 'diff.noprefix', 'true')
    await put('templates/é.ts', '')
    await put('source/articles/ferry.md', 'x')
    await runGit(folder, 'add', '--all')
    expect(await changed()).toEqual(['source/articles/ferry.md', 'templates/é.ts'])
  })

  it.each(['main', 'HEAD', 'v1', 'main~0', 'full'])('can be asked for by a branch, a tag, an expression or a hash: %s', async (revision) => {
    await runGit(folder, 'tag', 'v1')
    const hash = (await runGit(folder, 'rev-parse', 'HEAD')).trim()
    expect(await changed(revision === 'full' ? hash : revision)).toEqual([])
  })

  it('says where the asking folder lies', async () => {
    expect(await changedFiles(join(folder, 'source'), 'main', signal)).toMatchObject({ top: folder, prefix: 'source/' })
    expect(await changedFiles(folder, 'main', signal)).toMatchObject({ top: folder, prefix: '' })
  })
})

describe('what stands in the way of a difference', () => {
  it.each(['nonsense', '--output=/tmp/x', '-p', '', 'main:source', '0000000000000000000000000000000000000000'])('is an unknown revision: %j', async (revision) => {
    expect(await changedFiles(folder, revision, signal)).toEqual({ problem: 'unknown-revision' })
  })

  it('is a folder in no repository', async () => {
    await rm(join(folder, '.git'), { recursive: true })
    expect(await changedFiles(folder, 'main', signal)).toMatchObject({ problem: 'not-a-repository', detail: expect.stringContaining('not a git repository') as string })
  })

  it('is a clone that does not reach back so far', async () => {
    await put('source/articles/ferry.md', 'x')
    await commitAll(folder, 'Report again')
    await runGit(folder, 'clone', '--quiet', '--depth=1', pathToFileURL(folder).href, join(folder, 'shallow'))
    expect(await changedFiles(join(folder, 'shallow'), 'HEAD~1', signal)).toEqual({ problem: 'shallow-clone' })
    expect(await changedFiles(join(folder, 'shallow'), 'HEAD', signal)).toMatchObject({ files: [] })
  })

  it('is a machine without git', async () => {
    vi.stubEnv('PATH', join(folder, 'nowhere'))
    expect(await changedFiles(folder, 'main', signal)).toEqual({ problem: 'no-git' })
  })

  it('is a file that a clone has left out: nothing is ever fetched', async () => {
    await runGit(folder, 'config', 'uploadpack.allowFilter', 'true')
    const clone = join(folder, 'partial')
    await runGit(folder, 'clone', '--quiet', '--no-checkout', '--filter=blob:none', pathToFileURL(folder).href, clone)
    expect(await fileInCommit(clone, 'HEAD', 'source/articles/ferry.md', signal)).toBeUndefined()
    expect(await runGit(clone, 'cat-file', 'blob', 'HEAD:source/articles/ferry.md')).toBe('The first boat.')
  })

  it('is a repository that git cannot read', async () => {
    await writeFile(join(folder, '.git/index'), 'not an index')
    expect(await changedFiles(folder, 'main', signal)).toMatchObject({ problem: 'git-failed' })
  })
})

it('a file can be read as it was in a commit', async () => {
  const { commit } = (await changedFiles(folder, 'main', signal)) as { commit: string }
  await put('source/articles/ferry.md', 'The second boat.')
  const before = await fileInCommit(join(folder, 'source'), commit, 'source/articles/ferry.md', signal)
  expect(new TextDecoder().decode(before)).toBe('The first boat.')
  expect(await fileInCommit(folder, commit, 'source/articles/new.md', signal)).toBeUndefined()
})

it.runIf(process.platform !== 'win32')('git hears of nothing in the environment but what it needs', async () => {
  await put('bin/git', `#!/bin/sh\nenv > ${folder}/heard\n`)
  await chmod(join(folder, 'bin/git'), 0o755)
  vi.stubEnv('PATH', `${join(folder, 'bin')}:${process.env['PATH']}`)
  for (const [name, value] of [['GALLEY_TEST_SECRET', 'canary'], ['GIT_ASKPASS', 'canary'], ['GIT_CONFIG_COUNT', '1'], ['GIT_CONFIG_KEY_0', 'safe.directory'], ['GIT_CONFIG_VALUE_0', '*']] as const) vi.stubEnv(name, value)
  await fileInCommit(folder, 'main', 'a', signal)
  const heard = await readFile(join(folder, 'heard'), 'utf8')
  expect(heard).not.toContain('canary')
  expect(heard).toContain('GIT_CONFIG_VALUE_0=*')
})

it('asking leaves the index of the repository as it is', async () => {
  await put('source/articles/ferry.md', 'The first boat.')
  const before = await runGit(folder, 'ls-files', '--debug')
  await changedFiles(folder, 'main', signal)
  expect(await runGit(folder, 'ls-files', '--debug')).toBe(before)
})

it('ends when the run is stopped', async () => {
  await expect(changedFiles(folder, 'main', AbortSignal.abort(new Error('stopped')))).rejects.toThrow('stopped')
})
