import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { Outcome } from '../../pipeline/contract/outcome.ts'
import { galley } from '../support/run-galley.ts'
import { commitAll, foundRepository } from '../support/repository.ts'
import { foundNewspaper, story, type SmallNewspaper } from '../support/small-newspaper.ts'

const open: SmallNewspaper[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((paper) => paper.close()))
})

/** A newspaper with one story that is well, and one that is not. */
async function found(): Promise<SmallNewspaper> {
  const paper = await foundNewspaper({ ferry: story('Ferry stays in port'), gale: story('Gale closes the bar', 'lead: { src: no.jpg, alt: None. }\n'), merger: story('Merger', 'embargo: { until: 2026-12-01T06:00:00Z }\n') })
  open.push(paper)
  return paper
}

/** As a CI would: from the root of the repository. */
function publish({ folder }: SmallNewspaper, words: readonly string[]) {
  return galley(['publish', '--now', '2026-11-23T12:00:00Z', '--formats', 'json', ...words], { cwd: folder })
}

describe('a publish with --changed-since', () => {
  it('draws what a difference touches and what depends on it, removes what is gone, and leaves all others as they are', async () => {
    const paper = await foundNewspaper({ ferry: story('Ferry stays in port'), gale: story('Gale closes the bar', 'related:\n  - ref: ferry\n'), quiet: story('Nothing happens'), old: story('Yesterday') })
    open.push(paper)
    await foundRepository(paper.folder)
    await publish(paper, [])
    const before = await paper.published()
    // Whatever is drawn looks different now, but for the story that nobody touched.
    await paper.write('articles/ferry.md', story('Ferry sails'))
    await paper.remove('articles/old.md')
    const { code, stdout } = await publish(paper, ['--changed-since', 'main', '--json'])
    const after = await paper.published()
    expect(code).toBe(0)
    expect((JSON.parse(stdout) as Outcome).stories).toEqual({ published: 2, failed: 0, held: 0, removed: 1 })
    expect(after['sea/quiet/article.json']).toBe(before['sea/quiet/article.json'])
    expect(['ferry', 'gale'].filter((slug) => after[`sea/${slug}/article.json`] === before[`sea/${slug}/article.json`])).toEqual([])
    expect(Object.keys(after).filter((path) => path.startsWith('sea/old/'))).toEqual([])
    expect((await galley(['verify', '--out', paper.out])).code).toBe(0)
  })

  it('publishes the stories of a pull request and no others into an empty folder', async () => {
    const paper = await found()
    await foundRepository(paper.folder)
    await paper.write('articles/tram.md', story('Tram is late'))
    await commitAll(paper.folder, 'Report the tram')
    const { code } = await publish(paper, ['--changed-since', 'HEAD~1', '--out', 'preview'])
    expect(code).toBe(0)
    const { stories } = JSON.parse(await readFile(join(paper.folder, 'preview/manifest.json'), 'utf8')) as { stories: { slug: string }[] }
    expect(stories.map(({ slug }) => slug)).toEqual(['tram'])
  })

  it('narrows --only further', async () => {
    const paper = await found()
    await foundRepository(paper.folder)
    await paper.write('articles/tram.md', story('Tram is late'))
    const { stdout } = await publish(paper, ['--changed-since', 'HEAD', '--only', 'ferry', '--json'])
    expect((JSON.parse(stdout) as Outcome).stories.published).toBe(0)
  })

  it('touches nothing where git cannot tell what has changed', async () => {
    const paper = await found()
    const { code, stdout } = await publish(paper, ['--changed-since', 'main'])
    expect(code).toBe(2)
    expect(stdout).toContain('source is in no repository that git can read')
    expect(await paper.published()).toEqual({})
  })
})
