import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { readNewsroom } from '../../pipeline/run/read-newsroom.ts'
import { findTouched } from '../../pipeline/run/touched-stories.ts'
import { commitAll, foundRepository, runGit } from '../support/repository.ts'
import { foundNewspaper, story, type SmallNewspaper } from '../support/small-newspaper.ts'

const now = Date.parse('2026-11-23T12:00:00Z')
const open: SmallNewspaper[] = []
afterEach(async () => {
  vi.unstubAllEnvs()
  await Promise.all(open.splice(0).map((paper) => paper.close()))
})

/** A newspaper in which stories name each other and show pictures, committed. */
async function found(): Promise<SmallNewspaper> {
  const paper = await foundNewspaper({
    ferry: story('Ferry stays in port', 'lead: { src: boat.jpg, alt: A boat. }\n'),
    gale: story('Gale closes the bar', 'related:\n  - ref: ferry\n'),
    quay: `${story('Quay is closed')}\n::related[The ferry]{ref="f&#101;rry"}\n`,
    film: `${story('A film of the harbour')}\n::video[The harbour]{src=/media/film/harbour.mp4 poster=/media/caf\u00e9.jpg captions=/media/film/harbour.vtt title="The harbour"}\n`,
    fair: `${story('Fair opens')}\n![A wheel](wheel\\_of\\_joy.jpg)\n`,
    quiet: story('Nothing happens'),
    secret: story('Merger', 'related:\n  - ref: ferry\nembargo: {}\n'),
  })
  open.push(paper)
  for (const picture of ['articles/boat.jpg', 'articles/wheel_of_joy.jpg', 'media/cafe\u0301.jpg', 'media/film/harbour.mp4', 'media/film/harbour.vtt', 'media/logo.svg', 'articles/notes.txt']) await paper.write(picture, 'x')
  await foundRepository(paper.folder)
  return paper
}

async function touched({ source }: SmallNewspaper, changedSince = 'main'): Promise<string[] | 'all' | { refusedBy: string }> {
  const newsroom = await readNewsroom(source, now)
  if (!('stories' in newsroom)) throw new Error('The newspaper cannot be read.')
  const result = await findTouched(newsroom, { changedSince, source, signal: new AbortController().signal })
  if ('diagnostics' in result) return { refusedBy: result.diagnostics.map(({ rule, reason, hint }) => `${rule}: ${reason} ${hint}`).join('\n') }
  return result.touched === 'all' ? 'all' : [...result.touched].sort()
}

function square(colour: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path fill="${colour}" d="M0 0h9v9z"/></svg>`
}

describe('a difference', () => {
  it('of nothing touches nothing', async () => expect(await touched(await found())).toEqual([]))

  it.each<[string, (paper: SmallNewspaper) => Promise<unknown>, string[] | 'all']>([
    ['in a story that nobody names touches that story', (paper) => paper.write('articles/quiet.md', story('Something happens')), ['quiet']],
    ['in a story touches those that name it, in whatever spelling', (paper) => paper.write('articles/ferry.md', story('Ferry sails')), ['ferry', 'gale', 'quay']],
    ['that adds a story touches it, and not yet those that do not name it', (paper) => paper.write('articles/town/tram.md', story('Tram is late')), ['tram']],
    ['that takes a story away touches those that name it', (paper) => paper.remove('articles/ferry.md'), ['gale', 'quay']],
    ['that renames a story touches those that name its old slug', async (paper) => (await paper.remove('articles/ferry.md'), paper.write('articles/boat.md', story('Ferry stays in port'))), ['boat', 'gale', 'quay']],
    ['that gives a story another slug touches those that name its old one', (paper) => paper.write('articles/ferry.md', story('Ferry stays in port', 'slug: boat\n')), ['boat', 'gale', 'quay']],
    ['in a picture touches the stories that show it', (paper) => paper.write('articles/boat.jpg', 'y'), ['ferry']],
    ['in a picture that is written with escapes touches the stories that show it', (paper) => paper.write('articles/wheel_of_joy.jpg', 'y'), ['fair']],
    ['in a film touches the stories that show it', (paper) => paper.write('media/film/harbour.mp4', 'y'), ['film']],
    ['in captions touches the stories that show them', (paper) => paper.write('media/film/harbour.vtt', 'y'), ['film']],
    ['in a poster whose name a disk spells apart touches the stories that show it', (paper) => paper.write('media/cafe\u0301.jpg', 'y'), ['film']],
    ['in a picture that no story shows touches nothing', (paper) => paper.write('media/unused.jpg', 'y'), []],
    ['in a file beside the stories that none names touches nothing', (paper) => paper.write('articles/notes.txt', 'y'), []],
    ['in a hidden file touches nothing', (paper) => paper.write('media/.DS_Store', 'y'), []],
    ['in a story under embargo touches it, so that its removal is told of', (paper) => paper.write('articles/secret.md', story('Merger!', 'embargo: {}\n')), ['secret']],
    ['in publication.yml touches everything', async (paper) => paper.write('publication.yml', 'name: The Gazette\nurl: https://gazette.example\nlanguage: en-GB\nsections: { sea: Sea }\n'), 'all'],
    ['in a file that may be a rule or setting of the newsroom touches everything', (paper) => paper.write('rules/no-shouting.js', ''), 'all'],
    ['outside of the newspaper touches nothing', ({ folder }) => writeFile(join(folder, 'README.md'), 'Read me.'), []],
  ])('%s', async (_what, change, expected) => {
    const paper = await found()
    await change(paper)
    expect(await touched(paper)).toEqual(expected)
    await commitAll(paper.folder, 'Change it')
    expect(await touched(paper, 'main~1')).toEqual(expected)
  })

  it('in the logo touches everything', async () => {
    const paper = await found()
    await paper.write('media/logo.svg', square('red'))
    await paper.write('publication.yml', 'name: The Gazette\nurl: https://gazette.example\nlanguage: en-GB\nlogo: media/logo.svg\nsections: { sea: Sea }\n')
    await commitAll(paper.folder, 'Have a logo')
    expect(await touched(paper)).toEqual([])
    await paper.write('media/logo.svg', square('blue'))
    expect(await touched(paper)).toBe('all')
  })

  it('in a folder of pictures with a repository of its own touches the stories that show one of them', async () => {
    const [paper, pictures] = [await found(), await found()]
    await runGit(paper.folder, 'rm', '--quiet', '-r', 'source/media/film')
    await runGit(paper.folder, 'submodule', '--quiet', 'add', pictures.folder, 'source/media/film')
    await commitAll(paper.folder, 'Share the films')
    expect(await touched(paper)).toEqual([])
    await writeFile(join(paper.source, 'media/film/harbour.mp4'), 'another')
    expect(await touched(paper)).toEqual(['film'])
  })
})

describe('a difference that git cannot tell', () => {
  it.each<[string, string, (paper: SmallNewspaper) => Promise<unknown>]>([
    ['unknown-revision', 'mian', async () => undefined],
    ['not-a-repository', 'main', ({ folder }) => rm(join(folder, '.git'), { recursive: true })],
    ['git-failed', 'main', ({ folder }) => writeFile(join(folder, '.git/index'), 'not an index')],
    ['no-git', 'main', async () => vi.stubEnv('PATH', '/nowhere')],
    ['shallow-clone', 'v1', ({ folder }) => runGit(folder, 'rev-parse', 'HEAD').then((hash) => writeFile(join(folder, '.git/shallow'), hash))],
  ])('is refused by %s', async (rule, revision, prepare) => {
    const paper = await found()
    await prepare(paper)
    expect(await touched(paper, revision)).toEqual({ refusedBy: expect.stringContaining(`${rule}: `) as string })
  })
})

it('without --changed-since every story is touched, and git is not asked', async () => {
  vi.stubEnv('PATH', '/nowhere')
  const paper = await foundNewspaper({ ferry: story('Ferry stays in port') })
  open.push(paper)
  const newsroom = await readNewsroom(paper.source, now)
  if (!('stories' in newsroom)) throw new Error('The newspaper cannot be read.')
  expect(await findTouched(newsroom, { source: paper.source, signal: new AbortController().signal })).toEqual({ touched: 'all' })
})
