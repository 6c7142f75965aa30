import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterEach, expect, it, vi } from 'vitest'
import { readNewsroom } from '../../pipeline/run/read-newsroom.ts'
import { findTouched } from '../../pipeline/run/touched-stories.ts'
import { foundRepository } from '../support/repository.ts'
import { foundNewspaper, story, type SmallNewspaper } from '../support/small-newspaper.ts'

const installed = vi.hoisted(() => ({ at: '' }))
vi.mock('../../pipeline/tools/installation.ts', async (original) => ({ ...(await original<object>()), get home() { return installed.at } }))

const open: SmallNewspaper[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((paper) => paper.close()))
})

/** What a change of one file touches, where Galley lies in the folder `at` below the newspaper's repository, or in one of its own. */
async function touchedBy(path: string, at: string): Promise<string[] | 'all'> {
  const [paper, elsewhere] = [await foundNewspaper({ ferry: story('Ferry stays in port') }), await foundNewspaper()]
  open.push(paper, elsewhere)
  await foundRepository(paper.folder)
  await foundRepository(elsewhere.folder)
  installed.at = at === 'elsewhere' ? elsewhere.folder : join(paper.folder, at)
  await mkdir(installed.at, { recursive: true })
  await mkdir(dirname(join(paper.folder, path)), { recursive: true })
  await writeFile(join(paper.folder, path), '')
  const newsroom = await readNewsroom(paper.source, Date.parse('2026-11-23T12:00:00Z'))
  if (!('stories' in newsroom)) throw new Error('The newspaper cannot be read.')
  const result = await findTouched(newsroom, { changedSince: 'main', source: paper.source, signal: new AbortController().signal })
  if ('diagnostics' in result) throw new Error(result.diagnostics[0]?.reason)
  return result.touched === 'all' ? 'all' : [...result.touched]
}

it.each<[string, string, string, string[] | 'all']>([
  ['a template', 'templates/html/page.tsx', '', 'all'],
  ['code', 'pipeline/markup/words.ts', '', 'all'],
  ['a package', 'package-lock.json', '', 'all'],
  ['a template of a Galley some folders down', 'tools/galley/templates/shared/tokens.ts', 'tools/galley', 'all'],
  ['a folder of that name that is not Galley’s', 'templates/letter.txt', 'tools/galley', []],
  ['a test', 'test/readme.test.ts', '', []],
  ['a folder of that name in a repository without Galley', 'templates/letter.txt', 'elsewhere', []],
])('a change of %s', async (_what, path, at, expected) => {
  expect(await touchedBy(path, at)).toEqual(expected)
})
