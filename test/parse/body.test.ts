import { describe, expect, it } from 'vitest'
import { sketchTree } from '../support/print-tree.ts'
import { articleOf, parseStory, wrongIn } from '../support/parse-text.ts'

function sketchOf(body: string, keys = ''): string {
  return sketchTree(articleOf(parseStory(keys, body)).body.children)
}

describe('prose', () => {
  it.each([
    ['colons are text', 'At 10:30 re:invent :smile: a:b{c} \\::x', 'paragraph(text "At 10:30 re:invent :smile: a:b{c} ::x")'],
    ['a hard line end', 'One\\\ntwo', 'paragraph(text "One" break text "two")'],
    ['references are links', '[Boats][b] and [b]\n\n[b]: https://boats.example "All"', 'paragraph(link url="https://boats.example" title="All"(text "Boats") text " and " link url="https://boats.example" title="All"(text "b"))'],
    ['a task list', '- [x] done\n- [ ] to do\n- plain', 'list ordered=false spread=false(listItem checked=true spread=false(paragraph(text "done")) listItem checked=false spread=false(paragraph(text "to do")) listItem spread=false(paragraph(text "plain")))'],
    ['a list that begins at seven', '7. Boats', 'list ordered=true start=7 spread=false(listItem spread=false(paragraph(text "Boats")))'],
    ['a footnote', 'Six.[^1]\n\n[^1]: Not on *Sundays*.', 'paragraph(text "Six." footnoteReference identifier="1" label="1") footnoteDefinition identifier="1" label="1"(paragraph(text "Not on " emphasis(text "Sundays") text "."))'],
    ['a comment between words', 'One <!-- two --> three', 'paragraph(text "One three")'],
    ['a comment at the ends', '<!-- a --> One <!-- b -->', 'paragraph(text "One")'],
    ['words behind a comment', '<!-- a --> One', 'paragraph(text "One")'],
    ['a comment of many lines', 'One\n\n<!-- a\n\n- b\n> c\n\n-->\n\nTwo', 'paragraph(text "One") paragraph(text "Two")'],
    ['a comment that ends a paragraph', 'One\n<!-- a\nb -->\nTwo', 'paragraph(text "One") paragraph(text "Two")'],
    ['a comment in a quote', '> One\n>\n> <!-- a\n> b -->\n> Two', 'blockquote(paragraph(text "One") paragraph(text "Two"))'],
    ['a comment in code', '`<!-- a -->`', 'paragraph(inlineCode "<!-- a -->")'],
    ['a picture in a line', 'A ![boat](boat.jpg) here', 'paragraph(text "A " image url="boat.jpg" alt="boat" text " here")'],
  ])('%s', (_, body, tree) => {
    expect(sketchOf(body)).toBe(tree)
  })

  it('prints a tag as typed and keeps the Markdown between tags', () => {
    const result = parseStory('', '<div title="*x*">\nThe *first* boat\n</div>')
    expect(sketchTree(result.article?.body.children ?? [])).toBe('paragraph(text "<div title=\\"*x*\\">\\nThe " emphasis(text "first") text " boat\\n</div>")')
    expect(wrongIn(result)).toEqual(['5:1 raw-html', '7:1 raw-html'])
  })

  it.each([
    ['[b][nowhere]', 'paragraph(text "[b][nowhere]")'],
    ['Six.[^9]', 'paragraph(text "Six.[^9]")'],
    ['[Editor]: checked', 'paragraph(text "[Editor]: checked")'],
    ['[^9]: Not on Sundays.', 'paragraph(text "[^9]: " text "Not on Sundays.")'],
    ['[^9]: Of itself.[^9]', 'paragraph(text "[^9]: " text "Of itself." footnoteReference identifier="9" label="9")'],
  ])('keeps %s as typed', (body, tree) => {
    expect(sketchTree(parseStory('', body).article?.body.children ?? [])).toBe(tree)
  })
})

describe('directives', () => {
  it.each([
    ['a picture alone', '![The quay](quay.jpg "At *dawn*")', 'figure src="quay.jpg" alt="The quay"(text "At " emphasis(text "dawn"))'],
    ['a picture by reference', '![The quay][q]\n\n[q]: quay.jpg "Dawn"', 'figure src="quay.jpg" alt="The quay"(text "Dawn")'],
    ['a name with a space', '![The quay](<the quay.jpg>)', 'figure src="the quay.jpg" alt="The quay"()'],
    ['a name with a written space', '![The quay](the%20quay.jpg)', 'figure src="the quay.jpg" alt="The quay"()'],
    ['a figure', '::figure[At *dawn*]{src=quay.jpg alt="Say &quot;quay&quot;" credit=""}', 'figure src="quay.jpg" alt="Say \\"quay\\""(text "At " emphasis(text "dawn"))'],
    ['an id', ':::note{#times}\nSoon.\n:::', 'note id="times"(paragraph(text "Soon."))'],
    ['a gallery of both spellings', ':::gallery[Boats]\n![a](a.jpg "A")\n![b](b.jpg)\n\n::figure[C]{src=c.jpg}\n:::', 'gallery(title(text "Boats") figure src="a.jpg" alt="a"(text "A") figure src="b.jpg" alt="b"() figure src="c.jpg"(text "C"))'],
    ['a box in a box', '::::factbox[Facts]\n:::gallery\n![a](a.jpg)\n:::\n::::', 'factBox(title(text "Facts") gallery(figure src="a.jpg" alt="a"()))'],
    ['a pull quote', ':::pullquote{by="Ana Duarte"}\nThe sea does not wait. <!-- sure? -->\n\nNor\ndo we.\n:::', 'pullQuote text="The sea does not wait.\\nNor do we." by="Ana Duarte"'],
    ['a directive in a list', '- ::figure{src=a.jpg}', 'list ordered=false spread=false(listItem spread=false(figure src="a.jpg"()))'],
    ['a related story by slug', '::related{ref=ferry}', 'relatedLink ref="ferry"()'],
  ])('%s', (_, body, tree) => {
    expect(sketchOf(body)).toBe(tree)
  })

  it('keeps a line of colons inside of code', () => {
    expect(sketchOf('```\n::figure{src=a.jpg}\n:::\n```')).toBe('code "::figure{src=a.jpg}\\n:::"')
  })

  it('keeps the words of a directive that it does not know', () => {
    const { article } = parseStory('', ':::box[Facts]\nSix boats.\n:::')
    expect(sketchTree(article?.body.children ?? [])).toBe('paragraph(text "Facts") paragraph(text "Six boats.")')
  })
})

describe('the paywall', () => {
  const gated = 'access: { level: subscriber }'
  const four = 'One.\n\nTwo.\n\nThree.\n\nFour.'

  it.each([
    ['stands after the second block by default', four, 2],
    ['stands where it is written', 'One.\n\nTwo.\n\nThree.\n\n::paywall\n\nFour.', 3],
    ['may stand before everything', `::paywall\n\n${four}`, 0],
    ['leaves a story of one block free', 'One.', 1],
  ])('%s', (_, body, freeBlocks) => {
    expect(articleOf(parseStory(gated, body)).access).toEqual({ level: 'subscriber', freeBlocks })
  })

  it('is no matter of a free story', () => {
    expect(articleOf(parseStory('', four)).access).toEqual({ level: 'free' })
  })
})

describe('a comment that allows a rule', () => {
  it('names the lines of the next block', () => {
    const { article } = parseStory('', '<!-- allow raw-html: the tag is the news -->\n<!-- another note -->\n\nThe tag <b>\nis old.\n\nSo is <i>.')
    expect(article?.allowances).toEqual([{ rule: 'raw-html', reason: 'the tag is the news', from: 8, to: 9 }])
  })

  it('is a plain note where it only begins with the word', () => {
    expect(articleOf(parseStory('', '<!-- allow me to say -->\n\nSix boats.')).allowances).toEqual([])
  })

  it('may name a rule of the newsroom', () => {
    expect(articleOf(parseStory('', '<!-- allow house/no-shouting: a quote -->\n\nSIX BOATS.')).allowances).toHaveLength(1)
  })
})
