import { describe, expect, it } from 'vitest'
import { sketchTree } from '../support/print-tree.ts'
import { articleOf, parseStory, parseText, wrongIn } from '../support/parse-text.ts'

describe('front matter', () => {
  const asTyped = ['007', 'no', '~', '1e3', '0x10', 'null', '2026-03-04', 'Fish & Co', 'at 10:30', 'a, b and c', '100%', 'C#', '"half" a loaf'.slice(0, 6)]
  it.each(asTyped)('reads the kicker %s exactly as typed', (kicker) => {
    expect(articleOf(parseStory(`kicker: ${kicker}`)).kicker).toBe(kicker.replaceAll('"', ''))
  })

  it('fills in every default', () => {
    expect(articleOf(parseStory(''))).toMatchObject({
      slug: 'ferry-timetable', id: 'ferry-timetable', tone: 'news', commercial: 'none', status: 'usable', access: { level: 'free' },
      formerly: [], byline: [], related: [], tags: [], corrections: [], headlines: {}, allowances: [],
    })
  })

  it('takes the slug from the folder of an index.md', () => {
    const file = '---\nheadline: Ferries\nstatus: draft\n---\nSix boats.\n'
    expect(parseText(file, 'articles/sea/six-boats/index.md').slug).toBe('six-boats')
  })

  it('composes letters in slugs, sections and file names: no eye can tell ü from u and ¨', () => {
    const [küste, grün] = ['küste', 'grün'].map((word) => word.normalize('NFD'))
    const { article, slug, diagnostics } = parseText(`---\nheadline: Boats\nsection: ${küste}\nstatus: draft\n---\nSix boats.\n`, `articles/${grün}.md`, {
      sections: [{ id: 'küste', name: 'Küste' }],
    })
    expect([slug, article?.section, diagnostics]).toEqual(['grün', 'küste', []])
  })

  it.each([['a soft hyphen', '\\u00AD'], ['spaces without width', '\\u200B \\uFEFF']])('counts a headline of %s as none', (_what, headline) => {
    expect(wrongIn(parseText(`---\nheadline: "${headline}"\nstatus: draft\n---\nSix boats.\n`))).toContain('1:1 missing-headline')
  })

  it('allows comments that stand apart from the words', () => {
    const article = articleOf(parseStory('# the desk\nkicker: Boats   # or ships\ntone: news # or analysis\ntags: [sea] # more to come'))
    expect([article.kicker, article.tags]).toEqual(['Boats', ['sea']])
  })

  it('counts a key with nothing behind it as not written', () => {
    expect(articleOf(parseStory('kicker:\nbyline:\nlead:\nupdated:')).kicker).toBeUndefined()
  })

  it('keeps the desk’s note and the note of an embargo out of the article', () => {
    const article = articleOf(parseStory('note: call Ana first\nembargo: { until: 2026-11-20T07:00:00+00:00, note: agreed with the port }'))
    expect(JSON.stringify(article)).not.toMatch(/call Ana|agreed with/)
  })

  it('reads captions and standfirsts as inline Markdown, with places in the file', () => {
    const { standfirst, lead } = articleOf(parseStory('standfirst: "Six *new* boats"\nlead:\n  src: quay.jpg\n  caption: >\n    The quay\n    at **dawn**'))
    expect(sketchTree(standfirst ?? [])).toBe('text "Six " emphasis(text "new") text " boats"')
    expect(standfirst?.[1]?.position?.start).toMatchObject({ line: 4, column: 18 })
    expect(sketchTree(lead?.children ?? [])).toBe('text "The quay at " strong(text "dawn")')
    expect(lead?.children[1]?.position?.start).toMatchObject({ line: 9, column: 8 })
  })

  it('reads a dash, a number with a dot or a # at the start of a caption as text', () => {
    const { standfirst } = articleOf(parseStory('standfirst: "# 1. Six boats"'))
    expect(sketchTree(standfirst ?? [])).toBe('text "# 1. Six boats"')
  })

  it('is not harmed by aliases that multiply, and says where they are', () => {
    const bomb = ['a: &a [x, x]', ...[...'bcdefghij'].map((key, index) => `${key}: &${key} [${`*${'abcdefghij'[index]}, `.repeat(9)}*a]`)].join('\n')
    expect(wrongIn(parseStory(bomb))).toContain('4:4 yaml-loses-words')
  })
})

describe('a file', () => {
  const story = '---\nheadline: Ferries\nstatus: draft\nweather: fine\n---\nSix <b>boats</b>.\n'
  const places = ['4:1 unknown-key', '6:5 raw-html', '6:13 raw-html']

  it.each([
    ['LF', story],
    ['CRLF', story.replaceAll('\n', '\r\n')],
    ['CR', story.replaceAll('\n', '\r')],
    ['a byte order mark', `\uFEFF${story}`],
  ])('has the same lines and columns with %s', (_, text) => {
    expect(wrongIn(parseText(text))).toEqual(places)
  })

  it('that is UTF-16 says so', () => {
    const [first] = parseText(new Uint8Array(Buffer.from('\uFEFF' + story, 'utf16le'))).diagnostics
    expect(first).toMatchObject({ rule: 'not-utf8', line: 1, column: 1, hint: expect.stringContaining('UTF-16LE') })
  })

  it('without a byte in it has no front matter', () => {
    expect(wrongIn(parseText(''))).toEqual(['1:1 missing-front-matter'])
  })
})

describe('broken YAML', () => {
  const anyway = 'Write each key on a line of its own, as key: "value", indented with spaces; close what is opened.'
  it.each([
    ['an unquoted colon', 'kicker: Strike: day two', '4:9', 'kicker: "Strike: day two"'],
    ['words behind a quote', 'kicker: "Strike" over', '4:18', `kicker: '"Strike" over'`],
    ['an apostrophe inside of apostrophes', "kicker: 'Port's vote'", '4:15', `kicker: "Port's vote"`],
    ['a quote that is not closed', 'kicker: "Strike\ntags: [sea]', '4:9', 'kicker: "Strike"'],
    ['a bracket that is not closed', 'tags: [sea, port\nkicker: Strike', '4:7', 'tags: [sea, port]'],
    ['a comment inside of braces', 'lead: { src: a.jpg, credit: Port #7 }\nkicker: x', '4:7', 'lead: { src: "a.jpg", credit: "Port #7" }'],
    ['an at sign', 'kicker: @harbour', '4:9', 'kicker: "@harbour"'],
    ['a tab', 'lead:\n\tsrc: a.jpg', '5:1', anyway],
    ['a colon without a space', 'kicker:Strike\ntags: [sea]', '4:1', anyway],
  ])('is placed and mended: %s', (_, keys, place, line) => {
    const [first] = parseStory(keys).diagnostics
    expect(`${first?.line}:${first?.column} ${first?.rule}`).toBe(`${place} broken-yaml`)
    expect(first?.hint).toBe(line === anyway ? anyway : `Write: ${line}`)
  })
})
