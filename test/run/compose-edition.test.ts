import { rename } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { Outcome } from '../../pipeline/contract/outcome.ts'
import { silence } from '../../pipeline/report/watch-progress.ts'
import type { PublishOptions } from '../../pipeline/run/publish-options.ts'
import { publish } from '../../pipeline/run/publish.ts'
import { foundNewspaper, story, type SmallNewspaper } from '../support/small-newspaper.ts'

const now = Date.parse('2026-11-23T12:00:00Z')
const open: SmallNewspaper[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((paper) => paper.close()))
})

async function found(...parts: Parameters<typeof foundNewspaper>): Promise<SmallNewspaper> {
  const paper = await foundNewspaper(...parts)
  open.push(paper)
  return paper
}

function print({ source, out }: SmallNewspaper, more: Partial<PublishOptions> = {}): Promise<Outcome> {
  return publish({ source, out, now, strict: false, check: 'standard', jobs: 2, signal: new AbortController().signal, ...more }, silence)
}

/** Files of stories, shared ones left out. */
async function files(paper: SmallNewspaper): Promise<string[]> {
  return Object.keys(await paper.published()).filter((path) => !/^(assets\/|kills|manifest)/.test(path))
}

/** The slug of the story that each file belongs to, by path. */
async function owners(paper: SmallNewspaper): Promise<Record<string, string | null>> {
  const { files: listed } = await paper.manifest()
  return Object.fromEntries(listed.filter(({ article }) => article !== null).map(({ path, article }) => [path, article]))
}

function publicationWith(formats: string, more = ''): string {
  return `name: The Ferry Gazette\nurl: https://gazette.example\nlanguage: en-GB\ntimezone: Europe/London\nsections:\n  sea: Sea\n  town: Town\nformats:\n${formats.replace(/^/gm, '  ')}\n${more}`
}

const htmlAndBook = 'html: {}\nepub: {}'

describe('what --only leaves out', () => {
  it('stays with its shared files, changed or not', async () => {
    const paper = await found({ ferry: story('Ferry stays in port'), gale: story('Gale closes the bar') })
    await print(paper)
    const before = await paper.published()
    await paper.write('articles/gale.md', story('Gale opens the bar'))
    await print(paper, { only: ['ferry'] })
    expect(await paper.published()).toEqual(before)
  })

  it('goes when its file is gone', async () => {
    const paper = await found({ ferry: story('Ferry stays in port'), gale: story('Gale closes the bar') })
    await print(paper)
    await paper.remove('articles/gale.md')
    expect((await print(paper, { only: ['ferry'] })).stories).toMatchObject({ published: 1, removed: 1 })
    expect(await files(paper)).toEqual(['sea/ferry/article.json', 'sea/ferry/index.html'])
  })
})

describe('what --formats leaves out', () => {
  it('stays, even of a story that has changed', async () => {
    const paper = await found({ ferry: story('Ferry stays in port') }, htmlAndBook)
    await print(paper)
    const before = await paper.published()
    await paper.write('articles/ferry.md', story('Ferry sails'))
    await print(paper, { formats: ['html'] })
    const after = await paper.published()
    expect(after['sea/ferry/ferry.epub']).toBe(before['sea/ferry/ferry.epub'])
    expect(after['sea/ferry/index.html']).not.toBe(before['sea/ferry/index.html'])
  })

  it('goes when the story has moved to another section', async () => {
    const paper = await found({ ferry: story('Ferry stays in port') }, htmlAndBook)
    await print(paper)
    await paper.write('articles/ferry.md', story('Ferry stays in port').replace('section: sea', 'section: town'))
    await print(paper, { formats: ['html'] })
    expect(await files(paper)).toEqual(['town/ferry/index.html'])
  })

  it('goes when the publication does not offer it any more', async () => {
    const paper = await found({ ferry: story('Ferry stays in port') }, htmlAndBook)
    await print(paper)
    await paper.write('publication.yml', publicationWith('html: {}'))
    await print(paper, { formats: ['html'] })
    expect(await files(paper)).toEqual(['sea/ferry/article.json', 'sea/ferry/index.html'])
  })

  it('goes when the story is not free any more: nobody may read the whole of it in an older format', async () => {
    const paper = await found({ ferry: story('Ferry stays in port') }, htmlAndBook)
    await print(paper)
    await paper.write('articles/ferry.md', story('Ferry stays in port', 'access: { level: subscriber }\n'))
    await print(paper, { formats: ['epub'] })
    expect(await files(paper)).toEqual(['private/sea/ferry/ferry.epub'])
  })
})

describe('two stories that exchange their slugs', () => {
  const ferry = story('Ferry stays in port', 'id: ferry-1\n')
  const gale = story('Gale closes the bar', 'id: gale-1\n')
  const exchanged = [ferry.replace('section', 'slug: b\nsection'), gale.replace('section', 'slug: a\nsection')] as const

  it('stand where they are now', async () => {
    const paper = await found({ a: ferry, b: gale }, htmlAndBook)
    await print(paper)
    await paper.write('articles/a.md', exchanged[0])
    await paper.write('articles/b.md', exchanged[1])
    expect((await print(paper)).exitCode).toBe(0)
    expect(await owners(paper)).toMatchObject({ 'sea/a/index.html': 'a', 'sea/b/index.html': 'b' })
    expect((await paper.manifest()).stories.map(({ slug }) => slug)).toEqual(['a', 'b'])
  })

  it('never leave a file of the one under the name of the other', async () => {
    const paper = await found({ a: ferry, b: gale }, htmlAndBook)
    await print(paper)
    await paper.write('articles/a.md', exchanged[0])
    await paper.write('articles/b.md', exchanged[1])
    await print(paper, { only: ['b'], formats: ['html'] })
    expect(await files(paper)).toEqual(['sea/b/index.html'])
    expect((await paper.manifest()).stories.map(({ slug }) => slug)).toEqual(['b'])
  })
})

describe('a story that is held because it cannot be read', () => {
  it('keeps everything else back with --strict, and is removed all the same', async () => {
    const paper = await found({ ferry: story('Ferry stays in port'), gale: story('Gale closes the bar') })
    await print(paper)
    const before = await paper.published()
    await paper.write('articles/ferry.md', story('Ferry stays in port', 'status: cancelled\n'))
    await paper.write('articles/gale.md', story('Gale opens the bar'))
    const { exitCode, stories } = await print(paper, { strict: true })
    expect({ exitCode, stories }).toEqual({ exitCode: 1, stories: { published: 0, failed: 1, held: 1, removed: 1 } })
    const after = await paper.published()
    expect(after['sea/gale/index.html']).toBe(before['sea/gale/index.html'])
    expect(after['sea/ferry/index.html']).toBeUndefined()
  })
})

describe('a story that cannot be completed', () => {
  it('is told as an error even where the newsroom has lowered the rule', async () => {
    const paper = await found({ ferry: story('Ferry stays in port', 'lead: { src: /media/lost.jpg, alt: A boat }\n') })
    await paper.write('publication.yml', publicationWith('html: {}', 'rules: { missing-media: info, missing-standfirst: off }\n'))
    const { exitCode, stories, diagnostics } = await print(paper)
    expect({ exitCode, stories }).toMatchObject({ exitCode: 1, stories: { published: 0, failed: 1 } })
    expect(diagnostics).toEqual([expect.objectContaining({ rule: 'missing-media', severity: 'error' })])
  })
})

describe('a folder of stories that cannot be read', () => {
  it('stops the run, and nothing that stands is removed', async () => {
    const paper = await found({ ferry: story('Ferry stays in port') })
    await print(paper)
    const before = await paper.published()
    await rename(join(paper.source, 'articles'), join(paper.source, 'elsewhere'))
    await paper.link('articles', 'unmounted')
    const { exitCode, diagnostics } = await print(paper)
    expect({ exitCode, rules: diagnostics.map(({ rule }) => rule) }).toEqual({ exitCode: 2, rules: ['unreadable-articles'] })
    expect(await paper.published()).toEqual(before)
  })
})

describe('a format that fails', () => {
  const brokenTool = 'html: {}\npdf: { browser: /nowhere/chromium }'
  async function foundAndPrinted(): Promise<SmallNewspaper> {
    const paper = await found({ ferry: story('Ferry stays in port') }, 'html: {}\npdf: {}')
    expect((await print(paper)).exitCode).toBe(0)
    await paper.write('publication.yml', publicationWith(brokenTool))
    return paper
  }

  it('keeps its file of a story that has not changed', async () => {
    const paper = await foundAndPrinted()
    const before = await paper.published()
    expect((await print(paper)).exitCode).toBe(1)
    expect((await paper.published())['sea/ferry/ferry.pdf']).toBe(before['sea/ferry/ferry.pdf'])
  })

  it('loses its file of a story that has changed, and the other formats are published', async () => {
    const paper = await foundAndPrinted()
    await paper.write('articles/ferry.md', story('Ferry sails'))
    expect((await print(paper)).exitCode).toBe(1)
    expect(await files(paper)).toEqual(['sea/ferry/article.json', 'sea/ferry/index.html'])
  })
})
