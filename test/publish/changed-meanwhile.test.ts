import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, describe, expect, it } from 'vitest'
import { galley, type Finished } from '../support/run-galley.ts'
import { foundNewspaper, story, type SmallNewspaper } from '../support/small-newspaper.ts'

const open: SmallNewspaper[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((paper) => paper.close()))
})

const ship = (colour: string, more = ''): string => `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="800"><rect width="1200" height="800" fill="${colour}"/>${more}</svg>`
const withPicture = (headline: string): string => `${story(headline)}\n![A ship in port.](/media/ship.svg)\n`
const saved = (text: string): string => `text:${text}`

/** Two stories, one of them with a picture, published once and then both changed. */
async function foundChanged(): Promise<SmallNewspaper> {
  const paper = await foundNewspaper({ ferry: withPicture('Ferry stays in port'), whale: story('A whale follows the boat') })
  open.push(paper)
  await paper.write('media/ship.svg', ship('navy'))
  expect(await publish(paper)).toMatchObject({ code: 0 })
  await paper.write('articles/ferry.md', withPicture('Ferry leaves port'))
  await paper.write('articles/whale.md', story('A whale leaves the boat'))
  return paper
}

function publish(paper: SmallNewspaper, env: NodeJS.ProcessEnv = {}): Promise<Finished> {
  return galley(['publish', '--source', paper.source, '--out', paper.out, '--cache', join(paper.folder, 'cache'), '--now', '2026-11-23T12:00:00Z'], { env })
}

/** Publish while a file is changed, before it is read for the second or third time. */
function publishDuring(paper: SmallNewspaper, path: string, before: number, to: string): Promise<Finished> {
  const preload = pathToFileURL(join(import.meta.dirname, '../support/change-before-reading.js')).href
  return publish(paper, { NODE_OPTIONS: `--import=${preload}`, CHANGE_PATH: path, CHANGE_BEFORE: String(before), CHANGE_TO: to })
}

const page = (paper: SmallNewspaper, slug: string): string => readFileSync(join(paper.out, `sea/${slug}/index.html`), 'utf8')

describe('a story that is changed while it is published', () => {
  const embargoed = story('Ferry company to be sold', 'status: withheld\n')
  const changes = [
    { reason: 'is put under embargo with new words', path: 'articles/ferry.md', before: 3, to: saved(embargoed) },
    { reason: 'is saved half', path: 'articles/ferry.md', before: 3, to: saved(withPicture('Ferry leaves port').slice(0, 60)) },
    { reason: 'becomes a folder', path: 'articles/ferry.md', before: 3, to: 'a folder' },
    { reason: 'is removed', path: 'articles/ferry.md', before: 3, to: 'gone' },
    { reason: 'loses its picture', path: 'media/ship.svg', before: 2, to: 'gone' },
    { reason: 'gets another picture', path: 'media/ship.svg', before: 2, to: saved(ship('maroon')) },
    { reason: 'gets a picture that runs', path: 'media/ship.svg', before: 2, to: saved(ship('navy', '<script>alert(1)</script>')) },
  ]
  it.each(changes)('stands as it was, and the others are published: it $reason', async ({ path, before, to }) => {
    const paper = await foundChanged()
    const standing = page(paper, 'ferry')
    const { code, stdout } = await publishDuring(paper, path, before, to)
    expect({ code, stdout }).toMatchObject({ code: 1, stdout: expect.stringContaining(`${path} was changed while this story was published`) })
    expect(stdout).toContain('changed-meanwhile')
    expect(page(paper, 'ferry')).toBe(standing)
    expect(page(paper, 'whale')).toContain('A whale leaves the boat')
  })

  it('is published by the next run as it is then, and nothing of the moment is kept', async () => {
    const paper = await foundChanged()
    await publishDuring(paper, 'media/ship.svg', 2, saved(ship('maroon')))
    await paper.write('media/ship.svg', ship('navy'))
    expect(await publish(paper)).toMatchObject({ code: 0 })
    const published = await paper.published()
    rmSync(paper.out, { recursive: true })
    rmSync(join(paper.folder, 'cache'), { recursive: true })
    expect(await publish(paper)).toMatchObject({ code: 0 })
    expect(published).toEqual(await paper.published())
  })

  it('may be removed by the next run as always', async () => {
    const paper = await foundChanged()
    await publishDuring(paper, 'articles/ferry.md', 3, saved(embargoed))
    expect(await publish(paper)).toMatchObject({ code: 0 })
    expect(existsSync(join(paper.out, 'sea/ferry/index.html'))).toBe(false)
  })
})
