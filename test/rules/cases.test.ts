import { describe, expect, it } from 'vitest'
import { storyRules } from '../../pipeline/rules/index.ts'
import { exampleReader } from '../../pipeline/run/try-examples.ts'
import { gazette } from '../support/written-story.ts'

const read = exampleReader(gazette)

/** How often a rule reports a story with these lines of front matter and this body. */
async function reported(id: string, keys: string, body: string): Promise<number> {
  const made = await read(`---\nheadline: New ferries\n${keys.includes('byline') ? '' : 'byline: [Mara Quill]\n'}published: 2026-05-04T08:00:00+01:00\n${keys}\n---\n${body}`)
  const rule = storyRules.find((one) => one.id === id)
  if (made.problem !== undefined || rule === undefined) throw new Error(made.problem ?? `There is no rule ${id}.`)
  return (await rule.judge(made.story, made.surroundings)).length
}

describe('dateline-twice', () => {
  const dateline = 'dateline: GDYNIA, Poland'
  it.each([
    ['as in front matter', 'GDYNIA, Poland — The hands went up.'],
    ['the place alone', 'GDYNIA — The hands went up.'],
    ['in small letters', 'Gdynia, Poland – The hands went up.'],
    ['in bold', '**GDYNIA, Poland** — The hands went up.'],
    ['with an agency', 'GDYNIA (Agency) - The hands went up.'],
    ['with a date', 'GDYNIA, 4 March — The hands went up.'],
    ['with a date that begins with its month', 'GDYNIA, Poland, March 4 (Agency) -- The hands went up.'],
    ['with a colon', 'GDYNIA: The hands went up.'],
  ])('finds it %s', async (_how, body) => expect(await reported('dateline-twice', dateline, body)).toBe(1))

  it.each([
    ['a sentence that begins with the place', 'Gdynia voted on Wednesday — at last.'],
    ['a place whose name goes on', 'Gdynia-West has voted.'],
    ['the place further down', 'The hands went up in Gdynia — slowly.'],
    ['a heading', '## GDYNIA — what now'],
  ])('takes %s for what it is', async (_what, body) => expect(await reported('dateline-twice', dateline, body)).toBe(0))

  it('asks nothing of a story without one', async () => expect(await reported('dateline-twice', '', 'GDYNIA — The hands went up.')).toBe(0))
})

describe('unlabelled-sponsored', () => {
  const body = 'The first ferry used to wake the street.'
  it.each([
    ['a tag', 'tags: [ferries, Sponsored Content]', body],
    ['a tag with a mark', 'tags: ["#sponsored"]', body],
    ['a tag with hyphens', 'tags: [branded-content]', body],
    ['the kicker', 'kicker: Advertorial', body],
    ['the kicker in another language', 'kicker: Contenido patrocinado', body],
    ['the role of an author', 'byline: [{ name: Halden Marine, role: Sponsor }]', body],
    ['the follow link', 'follow: { text: Sponsored by Halden Marine, href: "https://halden.example" }', body],
    ['the title of a link', '', '[Come and see](https://halden.example "Sponsored").'],
    ['the campaign of a link', '', '[Come and see](https://halden.example/?utm_medium=sponsored&utm_source=post).'],
    ['a relation typed as HTML', '', '<a href="https://halden.example" rel="nofollow sponsored">Come and see</a>'],
    ['a disclosure at the head', '', '*Sponsored by Halden Marine*\n\nThe first ferry used to wake the street.'],
    ['a disclosure at the foot', '', 'The first ferry used to wake the street.\n\nPaid for by the Ardmouth Festival Trust.'],
    ['a disclosure in a note', '', 'One.\n\n:::note\nIn paid partnership with Halden Marine.\n:::\n\nTwo.'],
  ])('finds it in %s', async (_where, keys, text) => {
    expect(await reported('unlabelled-sponsored', keys, text)).toBe(1)
    expect(await reported('unlabelled-sponsored', `${keys}\ncommercial: sponsored`, text)).toBe(0)
  })

  it.each([
    ['news about a sponsor', 'tags: [sponsorship, advertising]\nkicker: Sponsors', 'Paid for by the council, the bridge opened on Monday after seven years in which nobody could cross.'],
    ['a sentence that speaks of sponsored content', '', 'The network labels sponsored content in small letters.\n\nIt says “Sponsored by” and a name.\n\nThat is all.'],
    ['an author whose work has to do with it', 'byline: [{ name: Ana Duarte, role: Advertising correspondent }]', 'News.'],
    ['another campaign', '', '[Come](https://halden.example/?utm_medium=email).'],
  ])('takes %s for what it is', async (_what, keys, text) => expect(await reported('unlabelled-sponsored', keys, text)).toBe(0))
})

describe('straight-quotes', () => {
  it.each([
    ['in a headline', 'standfirst: The "quiet" boats', 'Fine.', 1],
    ['as an apostrophe', '', "It isn't.", 1],
    ['once for each passage', '', '"One," she said. "Two."\n\n"Three."', 2],
    ['after a figure, where it is a measure', '', `The gate is 6'2" wide and 40' long.`, 0],
    ['in code', '', 'Run `echo "boat"`.\n\n```\n"boat"\n```', 0],
    ['in Hebrew, where it is a mark of letters', 'language: he', 'צה"ל ואו\'', 0],
  ])('looks at them %s', async (_where, keys, text, count) => expect(await reported('straight-quotes', keys, text)).toBe(count))
})

describe('missing-byline and missing-credit', () => {
  it.each([
    ['an editorial speaks for the newspaper', 'missing-byline', 'byline: []\ntone: editorial', 'Word.', 0],
    ['an opinion is somebody’s', 'missing-byline', 'byline: []\ntone: opinion', 'Word.', 1],
    ['the lead counts', 'missing-credit', 'lead: { src: quay.jpg, alt: A quay. }', 'Word.', 1],
    ['a copyright line says who made it', 'missing-credit', 'lead: { src: quay.jpg, alt: A quay., copyright: © Ana Kowal }', 'Word.', 0],
    ['each picture of a gallery counts', 'missing-credit', '', ':::gallery\n::figure{src=a.jpg alt="A."}\n::figure{src=b.jpg alt="B."}\n:::', 2],
    ['a sign within a line is no photograph', 'missing-credit', '', 'The mark ![a ring](ring.svg) shows it.', 0],
  ])('%s', async (_reason, id, keys, text, count) => expect(await reported(id, keys, text)).toBe(count))
})

describe('small-picture', () => {
  it('says nothing of drawings, and counts to the pixel', async () => {
    const figures = ['a-1199px.jpg', 'b-1200px.jpg', 'c-300px.svg'].map((name) => `::figure{src=${name} alt="A quay." credit="Ana"}`)
    expect(await reported('small-picture', '', figures.join('\n\n'))).toBe(1)
  })
})

describe('broken-internal-link', () => {
  it.each([
    ['a story that is there', '[x](https://gazette.example/sea/ferry-timetable/)', 0],
    ['one in plain http', '[x](http://gazette.example/sea/nothing/)', 1],
    ['a related link by address', '::related[X]{href=https://gazette.example/sea/nothing/}', 1],
    ['another site', '[x](https://gazette.example.org/sea/nothing/)', 0],
    ['the front page', '[x](https://gazette.example)', 0],
    ['a part of this story that it has', '## Votes\n\n[x](/sea/example/#votes)', 0],
    ['a part of this story that it has not', '## Votes\n\n[x](/sea/example/#vote)', 1],
  ])('looks at %s', async (_what, text, count) => expect(await reported('broken-internal-link', 'section: sea', text)).toBe(count))
})
