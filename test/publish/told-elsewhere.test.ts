import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { galley } from '../support/run-galley.ts'
import { foundNewspaper, story, type SmallNewspaper } from '../support/small-newspaper.ts'

const open: SmallNewspaper[] = []
afterEach(() => Promise.all(open.splice(0).map((paper) => paper.close())))

const secret = story('Marmalade sinks the minister')
const teller = story('Ferry stays in port', 'related:\n  - ref: marmalade\n')
const held = secret.replace('---\n', '---\nstatus: withheld\n')
const words = /marmalade/iu

async function run({ source, folder, out }: SmallNewspaper, more: readonly string[] = [], cache = 'cache'): Promise<string> {
  const { stdout, stderr } = await galley(['publish', '--now', '2026-05-05T12:00:00Z', '--source', source, '--out', out, '--cache', join(folder, cache), ...more])
  return stdout + stderr
}

async function filesWith(pattern: RegExp, folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const found = await Promise.all(paths.map(async (path) => (pattern.test(path.slice(folder.length) + (await readFile(path, 'latin1'))) ? [path.slice(folder.length + 1)] : [])))
  return found.flat().sort()
}

async function foundAndPublished(): Promise<SmallNewspaper> {
  const paper = await foundNewspaper({ teller, marmalade: secret, gale: story('Gale closes the bar') }, 'html: {}\namp: {}')
  open.push(paper)
  await run(paper)
  expect(await filesWith(words, join(paper.out, 'sea/teller'))).toEqual(['amp/index.html', 'article.json', 'index.html'])
  expect(await filesWith(words, join(paper.folder, 'cache'))).not.toEqual([])
  await paper.write('articles/marmalade.md', held)
  return paper
}

describe('the headline of a story that is not public any more', () => {
  it.each([
    ['in a whole publish', []],
    ['where another story is asked for', ['--only', 'gale']],
    ['where one format is asked for', ['--formats', 'amp']],
  ])('is gone from the pages of others, from the cache and from the log: %s', async (_, more) => {
    const paper = await foundAndPublished()
    expect(await run(paper, more)).not.toMatch(words)
    expect(await filesWith(words, paper.out)).toEqual([])
    expect(await filesWith(words, join(paper.folder, 'cache'))).toEqual([])
    expect(Object.keys(await paper.published())).toEqual(expect.arrayContaining(['sea/teller/index.html', 'sea/teller/amp/index.html', 'sea/gale/index.html']))
  })

  it('goes with the page that shows it, where that cannot be drawn anew', async () => {
    const paper = await foundAndPublished()
    await paper.write('articles/teller.md', teller.replace('section: sea', 'section: nowhere'))
    await run(paper)
    expect(await filesWith(words, paper.out)).toEqual([])
    expect(Object.keys(await paper.published()).filter((path) => path.startsWith('sea/teller/'))).toEqual([])
  })

  it('is gone from a cache that was carried to a machine where nothing stands', async () => {
    const paper = await foundAndPublished()
    await rm(paper.out, { recursive: true })
    await run(paper)
    expect(await filesWith(words, join(paper.folder, 'cache'))).toEqual([])
  })

  it('is offered to nobody for a slip', async () => {
    const paper = await foundAndPublished()
    expect(await run(paper, ['--only', 'marmalad'])).not.toMatch(/marmalade/)
    expect(await run(paper, ['--explain', 'marmalad'])).not.toMatch(/marmalade/)
  })
})
