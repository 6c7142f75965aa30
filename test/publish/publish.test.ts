import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { Outcome } from '../../pipeline/contract/outcome.ts'
import { galley } from '../support/run-galley.ts'
import { foundNewspaper, hashesBelow, story, type SmallNewspaper } from '../support/small-newspaper.ts'

const now = '2026-11-23T12:00:00Z'
const open: SmallNewspaper[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((paper) => paper.close()))
})

async function found(...parts: Parameters<typeof foundNewspaper>): Promise<SmallNewspaper> {
  const paper = await foundNewspaper(...parts)
  open.push(paper)
  return paper
}

function publish(paper: SmallNewspaper, ...words: string[]) {
  return galley(['publish', '--source', paper.source, '--out', paper.out, '--now', now, ...words])
}

async function publishJson(paper: SmallNewspaper, ...words: string[]): Promise<Outcome> {
  const { stdout } = await publish(paper, '--json', ...words)
  return JSON.parse(stdout) as Outcome
}

const storyPaths = (slug: string) => [`sea/${slug}/article.json`, `sea/${slug}/index.html`]

/** What stands of stories; the tombstone of one that was killed, and what tells of it, has tests of its own. */
async function storiesIn(paper: SmallNewspaper): Promise<string[]> {
  const { files } = await paper.manifest()
  const tombstones = new Set(files.filter(({ renderer }) => renderer === 'kills').map(({ path }) => path))
  return Object.keys(await paper.published()).filter((path) => !path.startsWith('assets/') && !tombstones.has(path) && path !== 'manifest.json')
}

describe('a publish', () => {
  it('leaves each story’s files and a manifest that lists every file with its size and hash', async () => {
    const paper = await found({ ferry: story('Ferry stays in port') })
    const { code, stdout } = await publish(paper)
    const { files } = await paper.manifest()
    const { 'manifest.json': _manifest, 'provenance.json': _provenance, ...hashes } = await hashesBelow(paper.out)
    expect(code).toBe(0)
    expect(stdout).toContain('1 story published')
    expect(Object.fromEntries(files.map(({ path, sha256 }) => [path, sha256]))).toEqual(hashes)
    expect(Object.keys(hashes)).toEqual(expect.arrayContaining(storyPaths('ferry')))
  })

  it('leaves nothing of its own work behind in dist', async () => {
    const paper = await found({ ferry: story('Ferry stays in port') })
    await publish(paper)
    expect(Object.keys(await paper.published()).filter((path) => path.startsWith('.'))).toEqual([])
  })

  it('gives the same bytes again, in another folder, time zone and locale and with other jobs', async () => {
    const stories = { ferry: story('Ferry stays in port'), gale: story('Gale closes the bar') }
    const [one, other] = [await found(stories), await found(stories)]
    await publish(one, '--jobs', '1')
    await galley(['publish', '--now', now, '--jobs', '7'], { cwd: other.folder, env: { TZ: 'Pacific/Auckland', LANG: 'ar_EG.UTF-8', LC_ALL: 'ar_EG.UTF-8' } })
    expect(await other.published()).toEqual(await one.published())
  })

  it('does not change a byte when nothing has changed', async () => {
    const paper = await found({ ferry: story('Ferry stays in port') })
    await publish(paper)
    const before = await paper.published()
    expect((await publish(paper)).code).toBe(0)
    expect(await paper.published()).toEqual(before)
  })
})

describe('a story with an error', () => {
  it('stays as it was, and the others are published', async () => {
    const paper = await found({ ferry: story('Ferry stays in port'), gale: story('Gale closes the bar') })
    await publish(paper)
    const before = await paper.published()
    await paper.write('articles/ferry.md', story('Ferry sails', 'section: nowhere\n'))
    await paper.write('articles/gale.md', story('Gale opens the bar'))
    const { code, stdout } = await publish(paper)
    const after = await paper.published()
    expect(code).toBe(1)
    expect(stdout).toMatch(/articles\/ferry\.md:\d+:\d+/)
    expect(after['sea/ferry/index.html']).toBe(before['sea/ferry/index.html'])
    expect(after['sea/gale/index.html']).not.toBe(before['sea/gale/index.html'])
  })

  it('stops everything with --strict', async () => {
    const paper = await found({ ferry: story('Ferry stays in port'), gale: story('Gale closes the bar') })
    await publish(paper)
    const before = await paper.published()
    await paper.write('articles/ferry.md', story('Ferry sails', 'publishd: now\n'))
    await paper.write('articles/gale.md', story('Gale opens the bar'))
    expect((await publish(paper, '--strict')).code).toBe(1)
    expect(await paper.published()).toEqual(before)
  })
})

describe('a story that may not be public', () => {
  const reasons = {
    'is a draft': 'status: draft\n',
    'is withheld': 'status: withheld\n',
    'was killed': 'status: canceled\n',
    'is under embargo': 'embargo: { until: 2026-12-01T00:00:00Z }\n',
    'is under an embargo without an end': 'embargo: { note: ask the lawyers }\n',
    'has expired': 'expires: 2026-11-01T00:00:00Z\n',
    'has a status that nobody knows': 'status: cancelled\n',
    'was killed and has an error besides': 'status: canceled\nsectoin: sea\n',
    'was killed in front matter that is broken': 'status: canceled\ntags: [unclosed\n',
  }
  for (const [reason, lines] of Object.entries(reasons)) {
    it(`leaves dist when it ${reason}`, async () => {
      const paper = await found({ ferry: story('Ferry stays in port'), gale: story('Gale closes the bar') })
      await publish(paper)
      await paper.write('articles/ferry.md', story('Ferry stays in port', lines))
      const outcome = await publishJson(paper)
      expect(await storiesIn(paper)).toEqual(storyPaths('gale'))
      expect(outcome.stories).toMatchObject({ published: 1, held: 1, removed: 1 })
      expect(JSON.stringify(outcome)).not.toContain('Ferry stays')
    })
  }

  it('says when the next embargo lifts, and publishes from that moment on', async () => {
    const paper = await found({ ferry: story('Ferry stays in port', 'embargo: { until: 2026-12-01T00:00:00+01:00 }\n') })
    expect((await publishJson(paper)).nextRelease).toBe('2026-11-30T23:00:00.000Z')
    await galley(['publish', '--source', paper.source, '--out', paper.out, '--now', '2026-11-30T23:00:00Z'])
    expect(await storiesIn(paper)).toEqual(storyPaths('ferry'))
  })

  it('is held until its own date of publication', async () => {
    const paper = await found({ ferry: story('Ferry stays in port').replace('2026-05-04', '2027-05-04') })
    expect((await publishJson(paper)).stories).toMatchObject({ published: 0, held: 1 })
  })
})

describe('files in dist', () => {
  it('go with the story that they belonged to, and with them shared files that nobody else uses', async () => {
    const paper = await found({ ferry: story('Ferry stays in port'), gale: story('Gale closes the bar') })
    await publish(paper)
    await paper.remove('articles/ferry.md')
    await paper.remove('articles/gale.md')
    const outcome = await publishJson(paper)
    expect(outcome.stories.removed).toBe(2)
    expect(Object.keys(await paper.published())).toEqual(['kills-apache.conf', 'kills-nginx.conf', 'kills.json', 'manifest.json'])
  })

  it('move with a story that changes its section', async () => {
    const paper = await found({ ferry: story('Ferry stays in port') })
    await publish(paper)
    await paper.write('articles/ferry.md', story('Ferry stays in port').replace('section: sea', 'section: town'))
    await publish(paper)
    expect(await storiesIn(paper)).toEqual(['town/ferry/article.json', 'town/ferry/index.html'])
  })

  it('stay when they are somebody else’s', async () => {
    const paper = await found({ ferry: story('Ferry stays in port') })
    await publish(paper)
    await writeFile(join(paper.out, 'sea/ferry/notes.txt'), 'mine')
    await paper.remove('articles/ferry.md')
    await publish(paper)
    expect(await readFile(join(paper.out, 'sea/ferry/notes.txt'), 'utf8')).toBe('mine')
  })

  it('are never overwritten when they are somebody else’s', async () => {
    const paper = await found({ gale: story('Gale closes the bar') })
    await publish(paper)
    await mkdir(join(paper.out, 'sea/ferry'), { recursive: true })
    await writeFile(join(paper.out, 'sea/ferry/index.html'), 'mine')
    await paper.write('articles/ferry.md', story('Ferry stays in port'))
    const { code, stdout } = await publish(paper)
    expect(code).toBe(2)
    expect(stdout).toContain('sea/ferry/index.html')
    expect(await readFile(join(paper.out, 'sea/ferry/index.html'), 'utf8')).toBe('mine')
  })

  it('of a folder that is not ours are refused', async () => {
    const paper = await found({ ferry: story('Ferry stays in port') })
    await mkdir(paper.out)
    await writeFile(join(paper.out, 'thesis.doc'), 'years of work')
    const { code, stdout } = await publish(paper)
    expect(code).toBe(2)
    expect(stdout).toContain('thesis.doc')
    expect(Object.keys(await paper.published())).toEqual(['thesis.doc'])
  })
})

describe('a format whose tool is missing', () => {
  it('is one error for the whole run, and the other formats are published', async () => {
    const paper = await found({ ferry: story('Ferry stays in port'), gale: story('Gale closes the bar') }, 'html: {}\npdf: { browser: /nowhere/chrome }')
    const { exitCode, diagnostics } = await publishJson(paper)
    expect(exitCode).toBe(1)
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toMatchObject([{ rule: 'pdf/no-browser', scope: 'format' }])
    expect(await storiesIn(paper)).toEqual([...storyPaths('ferry'), ...storyPaths('gale')])
  })
})

describe('--only and --formats', () => {
  it('change what they select and keep the rest', async () => {
    const paper = await found({ ferry: story('Ferry stays in port'), gale: story('Gale closes the bar') })
    await publish(paper)
    const before = await paper.published()
    await paper.write('articles/ferry.md', story('Ferry sails'))
    await paper.write('articles/gale.md', story('Gale opens the bar'))
    expect((await publish(paper, '--only', 'fer*', '--formats', 'html')).code).toBe(0)
    const after = await paper.published()
    const changed = Object.keys(after).filter((path) => after[path] !== before[path])
    expect(changed).toEqual(['manifest.json', 'sea/ferry/index.html'])
  })

  it('do not keep a story that may not be public', async () => {
    const paper = await found({ ferry: story('Ferry stays in port'), gale: story('Gale closes the bar') })
    await publish(paper)
    await paper.write('articles/ferry.md', story('Ferry stays in port', 'status: canceled\n'))
    await publish(paper, '--only', 'gale')
    expect(await storiesIn(paper)).toEqual(storyPaths('gale'))
  })

  for (const [words, expected] of [
    [['--formats', 'htlm'], 'Did you mean "html"?'],
    [['--only', 'fery'], 'Did you mean "ferry"?'],
  ] as const) {
    it(`offer the nearest name: ${words.join(' ')}`, async () => {
      const paper = await found({ ferry: story('Ferry stays in port') })
      const { code, stdout } = await publish(paper, ...words)
      expect(code).toBe(2)
      expect(stdout).toContain(expected)
      expect(await paper.published()).toEqual({})
    })
  }
})

describe('the command', () => {
  for (const [name, words] of [
    ['an option that it does not have', ['--fromats', 'html']],
    ['a time without a zone', ['--now', '2026-03-04T18:00:00']],
    ['no number of jobs', ['--jobs', 'many']],
    ['a word too many', ['please']],
  ] as const) {
    it(`refuses ${name} with exit code 2, in words and as JSON`, async () => {
      const paper = await found({ ferry: story('Ferry stays in port') })
      const plain = await galley(['publish', '--source', paper.source, '--out', paper.out, ...words])
      const json = await galley(['publish', '--source', paper.source, '--out', paper.out, '--json', ...words])
      expect(plain.code).toBe(2)
      expect(plain.stderr).not.toBe('')
      expect(json.code).toBe(2)
      expect(JSON.parse(json.stdout)).toMatchObject({ exitCode: 2, diagnostics: [{ rule: 'bad-usage' }] })
      expect(await paper.published()).toEqual({})
    })
  }

  it('refuses a folder without a newspaper', async () => {
    const paper = await found()
    const { code, stdout } = await galley(['publish', '--source', join(paper.folder, 'nowhere'), '--out', paper.out])
    expect(code).toBe(2)
    expect(stdout).toContain('publication.yml')
  })

  it('leaves no folder behind where it could not begin', async () => {
    const paper = await found()
    await galley(['publish', '--source', join(paper.folder, 'nowhere'), '--out', join(paper.folder, 'deep/down/dist')])
    expect(existsSync(join(paper.folder, 'deep'))).toBe(false)
  })

  it('refuses a place where no folder can be made, and comes back', async () => {
    const paper = await found({ ferry: story('Ferry stays in port') })
    const { code, stdout } = await galley(['publish', '--source', paper.source, '--out', '/proc/nowhere'])
    expect(code).toBe(2)
    expect(stdout).toContain('[out-unwritable]')
  })

  it('refuses to publish into its own source', async () => {
    const paper = await found({ ferry: story('Ferry stays in port') })
    const { code } = await galley(['publish', '--source', paper.source, '--out', join(paper.source, 'dist')])
    expect(code).toBe(2)
  })

  it('prints help with every option and exits with 0', async () => {
    const { code, stdout } = await galley(['publish', '--help'])
    expect(code).toBe(0)
    for (const option of ['--source', '--out', '--formats', '--only', '--now', '--strict', '--json', '--jobs', '--help']) expect(stdout).toContain(option)
  })

  it('prints one JSON object and nothing else with --json', async () => {
    const paper = await found({ ferry: story('Ferry stays in port') })
    const { stdout, stderr } = await publish(paper, '--json')
    expect(JSON.parse(stdout)).toMatchObject({ exitCode: 0, stories: { published: 1 } })
    expect(stderr).toBe('')
  })

  it('prints a plain line a story where there is no terminal', async () => {
    const paper = await found({ ferry: story('Ferry stays in port'), gale: story('Gale closes the bar') })
    const { stderr } = await publish(paper, '--jobs', '1')
    expect(stderr).toBe('published ferry (2 files)\npublished gale (2 files)\n')
  })
})
