import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { Outcome } from '../../pipeline/contract/outcome.ts'
import { drawPhoto } from '../support/photos.ts'
import { galley } from '../support/run-galley.ts'
import { foundNewspaper, story, type SmallNewspaper } from '../support/small-newspaper.ts'

const open: SmallNewspaper[] = []
afterEach(() => Promise.all(open.splice(0).map((paper) => paper.close())))

const boat = 'lead:\n  src: /media/boat.jpg\n  alt: A boat at the quay.\n  credit: Mara Quill\n'
const photoOf = ({ source }: SmallNewspaper): string => join(source, 'media/boat.jpg')

async function found(): Promise<SmallNewspaper> {
  const paper = await foundNewspaper({ ferry: story('Ferry stays in port', boat), gale: story('Gale closes the bar') }, 'html: {}\nsite: {}\nfeeds: {}')
  open.push(paper)
  await mkdir(join(paper.source, 'media'), { recursive: true })
  await writeFile(photoOf(paper), await drawPhoto(1200, 800).toBuffer())
  return paper
}

async function publish({ source, out, folder }: SmallNewspaper, words: readonly string[] = ['--cache', join(folder, 'cache')]): Promise<Outcome> {
  const { stdout, stderr } = await galley(['publish', '--json', '--now', '2026-11-23T12:00:00Z', '--source', source, '--out', out, ...words])
  if (stdout === '') throw new Error(stderr)
  return JSON.parse(stdout) as Outcome
}

const front = ({ out }: SmallNewspaper): Promise<string> => readFile(join(out, 'index.html'), 'utf8')
const said = ({ diagnostics }: Outcome): string[] => diagnostics.map(({ rule }) => rule).sort()

describe('a story that stands while its picture is gone', () => {
  it('is on the front page and in the feeds without it, whatever the cache still holds, and with it again once it is back', async () => {
    const paper = await found()
    await publish(paper)
    const before = await paper.published()
    const photo = await readFile(photoOf(paper))
    await rm(photoOf(paper))
    // Somebody else’s story goes at the same time, so nothing that was around the stories may stay.
    await paper.write('articles/gale.md', story('Gale closes the bar', 'status: withheld\n'))

    expect(said(await publish(paper))).toEqual(['missing-media', 'teaser-picture-lost'])
    const warm = await paper.published()
    expect(await front(paper)).toContain('Ferry stays in port')
    expect(await front(paper)).not.toContain('<img')
    expect((await paper.manifest()).files.map(({ path }) => path)).toEqual(expect.arrayContaining(['rss.xml', 'sea/ferry/index.html']))
    await publish(paper, ['--no-cache'])
    expect(await paper.published()).toEqual(warm)

    await writeFile(photoOf(paper), photo)
    await paper.write('articles/gale.md', story('Gale closes the bar'))
    expect(said(await publish(paper))).toEqual([])
    expect(await paper.published()).toEqual(before)
  })

  it('is not shown with another picture that has its name by now', async () => {
    const paper = await found()
    await publish(paper)
    await writeFile(photoOf(paper), await drawPhoto(1300, 800).toBuffer())
    await paper.write('articles/gale.md', story('Gale opens the bar'))
    expect(said(await publish(paper, ['--only', 'gale', '--no-cache']))).toEqual(['teaser-picture-lost'])
    expect(await front(paper)).not.toContain('<img')
  })
})
