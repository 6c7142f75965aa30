import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { check } from '../../pipeline/run/check.ts'
import { galley } from '../support/run-galley.ts'
import { foundNewspaper, hashesBelow, story, type SmallNewspaper } from '../support/small-newspaper.ts'

const now = Date.parse('2026-11-23T12:00:00Z')
const open: SmallNewspaper[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((paper) => paper.close()))
})

/** With every rule as Galley brings it. */
async function newspaper(stories: Record<string, string>, settings = ''): Promise<SmallNewspaper> {
  const paper = await foundNewspaper(stories)
  open.push(paper)
  await paper.write('publication.yml', `name: The Ferry Gazette\nurl: https://gazette.example\nlanguage: en-GB\nsections: { sea: Sea, town: Town }\n${settings}`)
  return paper
}

async function checked({ source }: SmallNewspaper, only?: string[]) {
  const { exitCode, stories, diagnostics } = await check({ source, now, signal: new AbortController().signal, ...(only ? { only } : {}) })
  return { exitCode, stories, told: diagnostics.map(({ file, line, severity, rule }) => `${file}:${line ?? '-'} ${severity} ${rule}`), diagnostics }
}

/** What a newsroom writes that lets nothing unsigned through. */
const strict = 'rules: { missing-byline: error }\n'

const sound = (more = '') => story('Ferry stays in port', `standfirst: Fog.\n${more}`)

describe('a check', () => {
  it('has nothing to say of a sound newspaper', async () => {
    expect(await checked(await newspaper({ ferry: sound() }))).toEqual({ exitCode: 0, stories: { checked: 1, failed: 0, held: 0 }, told: [], diagnostics: [] })
  })

  it('fails for an error, not for a warning', async () => {
    expect(await checked(await newspaper({ ferry: story('Ferry stays in port') }))).toMatchObject({ exitCode: 0, told: ['articles/ferry.md:2 warning missing-standfirst'] })
    expect(await checked(await newspaper({ ferry: sound().replace('byline: [Mara Quill]\n', '') }, strict))).toMatchObject({ exitCode: 1, stories: { failed: 1 }, told: ['articles/ferry.md:2 error missing-byline'] })
  })

  it('judges what is sound of a story in which something is broken, so that nobody mends it in ten turns', async () => {
    const broken = sound().replace('The first', '![The quay](nowhere.jpg)\n\nThe "first').replace('seven.', 'seven".')
    expect((await checked(await newspaper({ ferry: broken }))).told).toEqual(['articles/ferry.md:8 error missing-media', 'articles/ferry.md:10 warning straight-quotes'])
  })

  it.each([
    ['a draft without a date', 'status: draft\n'],
    ['an embargo that never lifts', 'embargo:\n'],
    ['a held story', 'status: withheld\n'],
    ['an embargo', 'embargo: { until: 2030-01-01T00:00:00Z }\n'],
  ])('judges %s, and tells place and rule of it and not a word', async (_what, keys) => {
    const text = sound(keys).replace('byline: [Mara Quill]\n', '').replace('The first boat left', 'The "minister" left').replace(/published: .*\n/, keys.includes('draft') ? '' : '$&')
    const { exitCode, stories, told, diagnostics } = await checked(await newspaper({ raid: text }))
    expect({ exitCode, stories }).toEqual({ exitCode: 0, stories: { checked: 1, failed: 0, held: 1 } })
    expect(told.map((line) => line.replace(/^.*?:\d+ /, ''))).toEqual(['warning missing-byline', 'warning straight-quotes'])
    expect(JSON.stringify(diagnostics)).not.toMatch(/minister|Ferry stays/)
  })

  it('tells of a held story by the sentence of the newsroom’s own rule', async () => {
    const rule = `export default { id: 'house/no-fog', severity: 'error', description: 'Fog is named.', good: 'A boat.', bad: 'Fog.', check: (story, { report, passages }) => passages.some(({ text }) => text.includes('Fog')) && report('headline', story.headline) }`
    const paper = await newspaper({ raid: sound('status: withheld\n') }, 'house: [./rules/no-fog.mjs]\n')
    await paper.write('rules/no-fog.mjs', rule)
    expect((await checked(paper)).diagnostics).toEqual([expect.objectContaining({ severity: 'warning', rule: 'house/no-fog', reason: 'Fog is named.', line: 2 })])
  })

  it('finds what is wrong between stories: one slug twice, a link to nothing, a link to a story that is not public', async () => {
    const paper = await newspaper({
      ferry: sound().replace('at seven', 'at [seven](/sea/timetabel/), see [the notes](/sea/raid/) and [the board](https://gazette.example/sea/timetable/#top)'),
      timetable: sound(),
      raid: sound('status: withheld\n'),
      'old/gale': sound(),
      gale: sound(),
    })
    const { told, diagnostics } = await checked(paper)
    expect(told).toEqual([
      'articles/ferry.md:8 error broken-internal-link',
      'articles/ferry.md:8 warning link-to-held-story',
      'articles/gale.md:1 error duplicate-slug',
      'articles/old/gale.md:1 error duplicate-slug',
    ])
    expect(diagnostics[0]?.reason).toBe('Nothing stands at https://gazette.example/sea/timetabel/. Did you mean "https://gazette.example/sea/timetable/"?')
  })

  it('knows old addresses, sections, files beside a story, and what publication.yml says that something else serves', async () => {
    const links = ['/', '/sea/', '/sea/old-timetable/', '/sea/timetable/timetable.pdf', '/feed.xml', '/people/mara-quill/', '/about/'].map((path) => `[here](${path})`).join(' ')
    const paper = await newspaper({ ferry: sound().replace('at seven', links), timetable: sound('formerly: [sea/old-timetable]\n') }, 'pages: [about, people/*]\n')
    expect((await checked(paper)).told).toEqual([])
  })

  it('lets the newsroom switch severities, and a comment silence one place', async () => {
    const quotes = sound().replace('The first boat', 'The "first" boat').replace('The second', '<!-- allow straight-quotes: as it is on the ship -->\nThe "second"')
    const paper = await newspaper({ ferry: quotes.replace('standfirst: Fog.\n', '').replace('headline:', '# allow missing-standfirst: two sentences\nheadline:') }, 'rules: { straight-quotes: error }\n')
    expect(await checked(paper)).toMatchObject({ exitCode: 1, told: ['articles/ferry.md:8 error straight-quotes'] })
  })

  it('does not let anybody lower the rule about unlabelled sponsored content', async () => {
    const paid = sound('tags: [Sponsored content]\n')
    const paper = await newspaper({ ferry: paid }, 'rules: { unlabelled-sponsored: off }\n')
    expect(await checked(paper)).toMatchObject({ exitCode: 2, told: ['publication.yml:5 error fixed-rule'] })
    const silenced = await newspaper({ ferry: paid.replace('tags:', '# allow unlabelled-sponsored: they are friends\ntags:') })
    expect((await checked(silenced)).told).toEqual(['articles/ferry.md:7 error allowance-of-fixed-rule', 'articles/ferry.md:8 error unlabelled-sponsored'])
  })

  it('looks at the stories that --only selects', async () => {
    const paper = await newspaper({ ferry: story('Ferry'), gale: story('Gale') })
    expect(await checked(paper, ['gal*'])).toMatchObject({ stories: { checked: 1 }, told: ['articles/gale.md:2 warning missing-standfirst'] })
    expect(await checked(paper, ['glae'])).toMatchObject({ exitCode: 2, told: [':- error only-matches-nothing'] })
  })

  it('tries the examples of the newsroom’s own rules: house-rule-example', async () => {
    const paper = await newspaper({ ferry: sound() }, 'house: [./rules/no-fog.mjs]\n')
    await paper.write('rules/no-fog.mjs', `export default { id: 'house/no-fog', severity: 'error', description: 'Fog is named.', good: 'A boat.', bad: 'Haze.', check() {} }`)
    const { exitCode, told, diagnostics } = await checked(paper)
    expect({ exitCode, told }).toEqual({ exitCode: 2, told: ['publication.yml:- error house-rule-example'] })
    expect(diagnostics[0]?.reason).toBe('The bad example of "house/no-fog" is not reported.')
  })

  it('says so where there is no newspaper', async () => {
    const paper = await newspaper({})
    expect(await checked({ ...paper, source: `${paper.folder}/nowhere` })).toMatchObject({ exitCode: 2, told: ['publication.yml:- error no-source'] })
  })
})

describe('npm run check', () => {
  it('prints, or speaks JSON, sets the exit code and writes nothing', async () => {
    const paper = await newspaper({ ferry: sound().replace('byline: [Mara Quill]\n', '') }, strict)
    const before = await hashesBelow(paper.folder)
    const words = ['check', '--source', paper.source, '--now', '2026-11-23T12:00:00Z']
    const [plain, json] = [await galley(words, { cwd: paper.folder }), await galley([...words, '--json'], { cwd: paper.folder })]
    expect(plain.code).toBe(1)
    expect(plain.stdout).toContain('error  Expected a byline, found none. [missing-byline]\n  at source/articles/ferry.md:2:11')
    expect(plain.stdout).toMatch(/1 story checked, in .* s\.\n1 error, 0 warnings\.\n$/)
    expect({ code: json.code, ...JSON.parse(json.stdout) }).toMatchObject({ code: 1, exitCode: 1, stories: { checked: 1, failed: 1, held: 0 } })
    expect(await hashesBelow(paper.folder)).toEqual(before)
  })

  it('tells a CI what is wrong and where, by the reporters of a publish', async () => {
    const paper = await newspaper({ ferry: sound().replace('byline: [Mara Quill]\n', ''), raid: sound('status: withheld\n') }, strict)
    const words = ['check', '--source', paper.source, '--now', '2026-11-23T12:00:00Z', '--reporter', 'github,junit']
    const { code, stdout } = await galley(words, { cwd: paper.folder, env: { GITHUB_STEP_SUMMARY: join(paper.folder, 'page.md') } })
    expect(code).toBe(1)
    expect(stdout).toMatch(/^::error file=source\/articles\/ferry\.md,line=2,/m)
    const [junit, page] = await Promise.all(['junit.xml', 'page.md'].map((name) => readFile(join(paper.folder, name), 'utf8')))
    expect(junit).toContain('missing-byline')
    expect(junit).not.toContain('raid')
    expect(page).toContain('## Checked, and not all is well')
  })

  it('refuses options that it does not have', async () => {
    expect((await galley(['check', '--formats', 'html'])).code).toBe(2)
  })
})
