import { afterEach, describe, expect, it } from 'vitest'
import { catalogue } from '../../pipeline/contract/catalogue.ts'
import { readNewsroom, type Newsroom } from '../../pipeline/run/read-newsroom.ts'
import { takeInHand } from '../../pipeline/run/take-in-hand.ts'
import { foundNewspaper, type SmallNewspaper } from '../support/small-newspaper.ts'

const now = Date.parse('2026-11-23T12:00:00Z')
const open: SmallNewspaper[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((paper) => paper.close()))
})

/** A newspaper with further lines in publication.yml, files in rules/ and one story that begins with these words. */
async function newspaper(settings: string, files: Record<string, string> = {}, words = 'The first boat left at seven.'): Promise<SmallNewspaper> {
  const paper = await foundNewspaper()
  open.push(paper)
  await paper.write('publication.yml', `name: The Ferry Gazette\nurl: https://gazette.example\nlanguage: en-GB\nsections: { sea: Sea }\n${settings}`)
  for (const [name, code] of Object.entries(files)) await paper.write(`rules/${name}`, code)
  await paper.write('articles/ferry.md', `---\nheadline: Ferry stays in port\nstandfirst: Fog.\nsection: sea\nbyline: [Mara Quill]\npublished: 2026-05-04T08:00:00+01:00\n---\n${words}\n`)
  return paper
}

/** What is said when the newspaper is read, or else of its story. */
async function toldOf({ source }: SmallNewspaper): Promise<string[]> {
  const newsroom = await readNewsroom(source, now)
  const { diagnostics } = 'stories' in newsroom ? await readStory(newsroom) : newsroom
  return diagnostics.map(({ file, line, column, severity, rule, reason }) => `${[file, line, column].filter(Boolean).join(':')} ${severity} ${rule} ${reason}`)
}

function readStory(newsroom: Newsroom) {
  const [story] = newsroom.stories
  if (story === undefined) throw new Error('There is no story.')
  return takeInHand(story, { newsroom, formats: [] })
}

const rule = (check: string, id = 'house/no-fog') => `export default { id: '${id}', severity: 'warning', description: 'Fog is named.', good: 'A boat.', bad: 'Fog.', check(story, { report, passages, nodes }) { ${check} } }`

describe('rules of a newsroom’s own', () => {
  it('judge its stories, each thing at its place', async () => {
    const check = `for (const { text, placeAt } of passages) { const at = text.indexOf('fog'); if (at !== -1) report(placeAt(at), 'Fog is named.', 'Say haze.') } for (const node of nodes('heading')) report(node, 'There is a heading.')`
    const paper = await newspaper('house: [./rules/no-fog.mjs]\n', { 'no-fog.mjs': rule(check) }, 'A boat *in the* fog.\n\n## Later')
    expect(await toldOf(paper)).toEqual(['articles/ferry.md:8:17 warning house/no-fog Fog is named.', 'articles/ferry.md:10:1 warning house/no-fog There is a heading.'])
  })

  it('are never found by looking around: what publication.yml does not name is not loaded', async () => {
    const paper = await newspaper('', { 'no-fog.mjs': 'globalThis.wasLoaded = true' })
    expect(await toldOf(paper)).toEqual([])
    expect('wasLoaded' in globalThis).toBe(false)
  })

  it('may change what they are given, and nobody else sees it', async () => {
    const paper = await newspaper('house: [./rules/no-fog.mjs]\n', { 'no-fog.mjs': rule(`story.body.children.length = 0; story.headline = 'Mine'`) })
    const newsroom = await readNewsroom(paper.source, now)
    if (!('stories' in newsroom)) throw new Error('The newspaper cannot be read.')
    const article = await (await readStory(newsroom)).hand?.article()
    expect([article?.headline, article?.body.children.length]).toEqual(['Ferry stays in port', 1])
  })

  it('are told of as failed where they throw, at the story over which they did: house-rule-failed', async () => {
    const paper = await newspaper('house: [./rules/no-fog.mjs]\n', { 'no-fog.mjs': rule(`throw new Error('the dictionary is empty')`) })
    expect(await toldOf(paper)).toEqual(['articles/ferry.md error house-rule-failed The rule "house/no-fog" failed over this story: the dictionary is empty'])
  })

  it('are loaded anew when any file beside them has changed', async () => {
    const files = { 'no-fog.mjs': `import { word } from './words.mjs'\n${rule(`report('headline', word)`)}`, 'words.mjs': `export const word = 'fog'` }
    const paper = await newspaper('house: [./rules/no-fog.mjs]\n', files)
    const hashes: string[] = []
    for (const word of ['fog', 'haze']) {
      await paper.write('rules/words.mjs', `export const word = '${word}'`)
      const newsroom = await readNewsroom(paper.source, now)
      hashes.push('rules' in newsroom ? newsroom.rules.hash : '')
    }
    expect(new Set(hashes).size).toBe(2)
  })
})

const unusable: { reason: string; settings: string; files?: Record<string, string>; told: string }[] = [
  { reason: 'is not there: unreadable-house-file', settings: 'house: [./rules/no-fgo.mjs]', files: { 'no-fog.mjs': rule('') }, told: 'publication.yml:5:9 error unreadable-house-file The rule file "rules/no-fgo.mjs" cannot be read: it is not there. Did you mean "no-fog.mjs"?' },
  { reason: 'cannot be read as JavaScript: unusable-house-rule', settings: 'house: [./rules/a.mjs]', files: { 'a.mjs': 'throw new Error("no dictionary.")' }, told: 'publication.yml:5:9 error unusable-house-rule "rules/a.mjs" cannot be used: no dictionary.' },
  { reason: 'exports no rule', settings: 'house: [./rules/a.mjs]', files: { 'a.mjs': 'export const rule = 1' }, told: 'publication.yml:5:9 error unusable-house-rule "rules/a.mjs" cannot be used: expected an object as default export.' },
  { reason: 'exports a rule that lacks something', settings: 'house: [./rules/a.mjs]', files: { 'a.mjs': `export default { id: 'no-fog', severity: 'fatal', description: 'Fog.', good: 'A', bad: 'B', check() {} }` }, told: 'publication.yml:5:9 error unusable-house-rule "rules/a.mjs" cannot be used: id: expected something like "house/no-shouting"; severity: expected error, warning or info.' },
  { reason: 'has the id of another: duplicate-house-rule', settings: 'house: [./rules/a.mjs, ./rules/b.mjs]', files: { 'a.mjs': rule(''), 'b.mjs': rule('') }, told: 'publication.yml:5:24 error duplicate-house-rule The id "house/no-fog" of "rules/b.mjs" is that of another rule as well.' },
  { reason: 'is a plug-in that is not installed: missing-retext-plugin', settings: 'retext: [retext-of-nobody]', told: 'publication.yml:5:10 error missing-retext-plugin The retext plug-in "retext-of-nobody" is not installed.' },
  { reason: 'is no plug-in', settings: 'retext: [./rules/a.mjs]', files: { 'a.mjs': 'export default 7' }, told: 'publication.yml:5:10 error unusable-house-rule "rules/a.mjs" cannot be used: expected a unified plug-in, a function, as default export.' },
]

describe('nothing is published by a newspaper whose rule', () => {
  it.each(unusable)('$reason', async ({ settings, files = {}, told }) => {
    expect(await toldOf(await newspaper(`${settings}\n`, files))).toEqual([told])
  })

  it('lies behind a link that leads out of the newspaper', async () => {
    const paper = await newspaper('house: [./rules/a.mjs]\n', { 'b.mjs': rule('') })
    await paper.link('rules/a.mjs', '../dist/a.mjs')
    expect((await toldOf(paper)).join()).toContain('unreadable-house-file')
  })
})

describe('retext plug-ins', () => {
  it('see the prose of a story, and what they say is said at its line and column', async () => {
    const words = 'The first *boat* left at at seven.\n\n> The second `left left` and\n> then then it did not.\n\n:::pullquote{by="Ana Kowal"}\nWe we did not win.\n:::'
    expect(await toldOf(await newspaper('retext: [retext-repeated-words]\n', {}, words))).toEqual([
      'articles/ferry.md:8:23 warning house/retext-repeated-words Unexpected repeated `at`, remove one occurrence',
      'articles/ferry.md:11:3 warning house/retext-repeated-words Unexpected repeated `then`, remove one occurrence',
      'articles/ferry.md:13:1 warning house/retext-repeated-words Unexpected repeated `we`, remove one occurrence',
    ])
  })

  it('may be a file of the newspaper, and are given their options', async () => {
    const plugin = `export default (options) => (tree, file) => { const message = file.message(options.say); message.fatal = true }`
    const paper = await newspaper('retext:\n  - { plugin: ./rules/say.mjs, options: { say: So be it } }\n', { 'say.mjs': plugin })
    expect(await toldOf(paper)).toEqual(['articles/ferry.md error house/say So be it'])
  })

  it('are told of as failed where they throw', async () => {
    const paper = await newspaper('retext: [./rules/say.mjs]\n', { 'say.mjs': `export default () => () => { throw new Error('no dictionary') }` })
    expect(await toldOf(paper)).toEqual([expect.stringContaining('error house-rule-failed The rule "house/say" failed over this story: no dictionary')])
  })

  it('leave stories in another language than that of the house alone', async () => {
    const paper = await newspaper('retext: [retext-repeated-words]\n')
    await paper.write('articles/ferry.md', '---\nheadline: El ferry\nlanguage: es\nbyline: [Mara Quill]\nstandfirst: Niebla.\npublished: 2026-05-04T08:00:00+01:00\n---\nSale sale.\n')
    expect(await toldOf(paper)).toEqual([])
  })
})

it('says of a rule that fails what to do, as of every other', () => {
  expect(catalogue['house-rule-failed'].hint({ rule: 'house/no-fog', detail: '' })).toMatch(/publication\.yml/)
})
