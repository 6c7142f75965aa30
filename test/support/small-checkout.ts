import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { commitAll, foundRepository, runGit } from './repository.ts'

const home = join(import.meta.dirname, '../..')

/** A clone of a newspaper's repository, as a CI has it after its checkout and `npm ci`. */
export interface SmallCheckout {
  folder: string
  /** Write a file below `source`. */
  write(path: string, text: string): Promise<void>
  /** Commit everything on a new branch; `origin/main` stays behind. */
  branch(name: string): Promise<void>
  /** Hash of the commit that `origin/main` is at. */
  base(): Promise<string>
  close(): Promise<void>
}

/** A newspaper with two stories, and one under an embargo that this century will not see lifted. */
export async function checkOutNewspaper(): Promise<SmallCheckout> {
  const folder = await mkdtemp(join(tmpdir(), 'galley-checkout-'))
  for (const part of ['pipeline', 'templates', 'package.json', 'package-lock.json', 'tsconfig.json', '.gitignore']) await cp(join(home, part), join(folder, part), { recursive: true })
  await symlink(join(home, 'node_modules'), join(folder, 'node_modules'))
  // A link is no folder, so the line that ignores node_modules/ does not see it.
  await writeFile(join(folder, '.gitignore'), '/node_modules\n/dist/\n/.cache/\n')
  const write = async (path: string, text: string): Promise<void> => {
    await mkdir(dirname(join(folder, 'source', path)), { recursive: true })
    await writeFile(join(folder, 'source', path), text)
  }
  await write('publication.yml', 'name: The Ferry Gazette\nurl: https://gazette.example\nlanguage: en-GB\nrules: { missing-standfirst: off }\nformats:\n  html: {}\n')
  await write('articles/ferry.md', plainStory('Ferry stays in port'))
  await write('articles/gale.md', plainStory('Gale closes the bar'))
  await write('articles/budget.md', plainStory('Council agrees a budget', 'embargo: { until: 2099-12-31T23:58:30Z }\n'))
  await foundRepository(folder)
  await runGit(folder, 'update-ref', 'refs/remotes/origin/main', 'HEAD')
  return {
    folder,
    write,
    branch: async (name) => {
      await runGit(folder, 'switch', '--quiet', '--create', name)
      await commitAll(folder, 'Report the news')
    },
    base: async () => (await runGit(folder, 'rev-parse', 'refs/remotes/origin/main')).trim(),
    close: () => rm(folder, { recursive: true, force: true }),
  }
}

/** A story that is public on any day on which this test may run. */
export function plainStory(headline: string, more = ''): string {
  return `---\nheadline: ${headline}\nbyline: [Mara Quill]\npublished: 2020-05-04T08:00:00+01:00\n${more}---\nThe first boat left at seven.\n`
}
