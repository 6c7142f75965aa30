import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Article } from '../../pipeline/ast/article.ts'
import type { Diagnostic, LostWords } from '../../pipeline/contract/diagnostic.ts'
import type { Artifact, PlannedFile, Renderer } from '../../pipeline/contract/renderer.ts'
import { cover } from '../../pipeline/coverage/cover.ts'
import { renderers } from '../../pipeline/renderers/index.ts'
import { judgeCoverage } from '../../pipeline/run/judge-coverage.ts'
import { openNewsroom, type TestNewsroom } from '../support/newsroom.ts'

let newsroom: TestNewsroom
let everyNode: Article
const drawn = new Map<string, { renderer: Renderer; planned: PlannedFile; artifact: Artifact }>()
beforeAll(async () => {
  newsroom = await openNewsroom()
  everyNode = await newsroom.article('every-node')
  for (const renderer of renderers) {
    const { artifacts } = await newsroom.draw(renderer, everyNode)
    const [planned] = renderer.plan(everyNode, renderer.options.parse({}))
    const artifact = artifacts.find(({ path }) => path === planned?.path)
    if (planned && artifact) drawn.set(renderer.name, { renderer, planned, artifact })
  }
})
afterAll(async () => {
  for (const renderer of renderers) await renderer.close?.()
  await newsroom.close()
})

interface Damage {
  text?: (text: string) => string
  addresses?: (addresses: readonly string[]) => readonly string[]
}

/** What is said of a real file that reads otherwise than it was drawn: `rule:line kind words`. */
async function judged(format: string, { text = (same) => same, addresses = (same) => same }: Damage, told: readonly LostWords[] = []) {
  const made = drawn.get(format)
  if (made === undefined) throw new Error(`${format} was not drawn.`)
  const { renderer, planned, artifact } = made
  const damaged: Renderer = {
    ...renderer,
    text: async (file) => text(await renderer.text(file)),
    addresses: async (file) => addresses(await renderer.addresses(file)),
  }
  const { publication } = newsroom.newsroom
  return judgeCoverage(damaged, { planned, artifact, article: everyNode, publication, options: {} }, told)
}

const said = ({ diagnostics }: { diagnostics: readonly Diagnostic[] }) => diagnostics.map(({ rule, line, reason }) => `${rule}:${line} ${reason}`)

const formats = ['html', 'amp', 'epub', 'pdf', 'json']

describe.each(formats)('the words of a story in %s', (format) => {
  it('are all there, and every address', async () => {
    const { coverage, diagnostics } = await judged(format, {})
    expect(diagnostics).toEqual([])
    expect(coverage.found).toBe(coverage.written)
    expect(coverage.written).toBeGreaterThan(300)
  })

  it.each([
    ['the headline', 'How a lighthouse is switched off', undefined],
    ['the kicker', 'Coast', 10],
    ['a word of the standfirst', 'Thursday. Here', 9],
    ['a byline', 'Morwenna Teague', 15],
    ['a role', 'Transport reporter', 16],
    ['the dateline', 'CARROW HEAD', undefined],
    ['the caption of the lead', 'its last evening', undefined],
    ['a correction', 'An earlier version gave', undefined],
    ['the rights', '© 2026', undefined],
    ['a word in the middle of a paragraph', 'engineer, whose', 56],
    ['inline code', 'halt 1 and wrote', 56],
    ['a heading', 'What the light said', 59],
    ['a picture’s words in a line', 'a black dot with a ring', 61],
    ['an item of a list', 'Cover the lens', 66],
    ['a quotation', 'the last page of the log', 77],
    ['a cell of a table', '10,440', 81],
    ['code', 'brake on', 84],
    ['an alternative text', 'A tall glass lens under a canvas sheet.', 91],
    ['a caption', 'One hundred and forty-four steps.', 93],
    ['the title of a gallery', 'The last evening', 95],
    ['a caption in a gallery', 'A minute later.', 97],
    ['the title of a film', 'The last turn', 100],
    ['what stands for an embed', 'A map of the lights between', 104],
    ['who said it', 'Elspeth Rourke, keeper', 106],
    ['a related link', 'Skerrin ferry sails again', 110],
    ['a fact', 'Built in 1855', 115],
    ['an update', 'The engineer came down', 124],
    ['a note', 'for our reporter’s boat', 128],
    ['a footnote', 'The log is kept in ink.', undefined],
    ['the rest of a footnote', 'A copy is in the city archive.', 133],
  ])('are missed without %s: words-lost', async (_, words, line) => {
    const found = await judged(format, { text: (text) => without(text, words) })
    expect(said(found).join('\n')).toMatch(line === undefined ? /words-lost/ : new RegExp(`words-lost:${line} `))
    expect(found.coverage.found).toBeLessThan(found.coverage.written)
  })

  it('are missed where a link leads nowhere: address-lost', async () => {
    for (const [link, line] of [['https://lights.example/log', 56], ['https://lights.example/notice-12', 112], ['https://harbourpost.example/follow/coast', 32]]) {
      const found = await judged(format, { addresses: (all) => all.filter((url) => url !== link) })
      expect(said(found).join('\n')).toMatch(new RegExp(`address-lost:${line} .* has no link to ${link}`))
    }
  })

  it('are missed where a paragraph stands before the one that it follows: words-misplaced', async () => {
    const paragraph = /The sea will not notice\. We will\.\s+— the last page of the log/u
    const found = await judged(format, { text: (text) => `${paragraph.exec(text)?.[0]} ${text.replace(paragraph, '')}` })
    expect(said(found).join('\n')).toMatch(/words-(misplaced|lost):7[5-7] /)
  })
})

describe('words that the renderer has said itself it could not hold', () => {
  it.each([
    ['known by their letters', { letters: '🚢f' }, 'One hundred and steps.', []],
    ['known by themselves', { words: 'hundred: STEPS' }, 'One and forty-four', []],
    ['known by the rest of a word that was cut', { words: 'ur steps.' }, 'One hundred and forty-fo…', []],
    ['and no other, as one without the letter', { letters: '🚢f' }, 'One and steps.', ['hundred']],
    ['and no other, as one that is not named', { words: 'steps.' }, 'One hundred and', ['forty-four']],
  ])('are not missed a second time: %s', async (_, told, words, missed) => {
    const whole = 'One hundred and forty-four steps.'
    const found = await judged('json', { text: (text) => (expect(text).toContain(whole), text.replaceAll(whole, words)) }, [told])
    expect(found.diagnostics.map(({ line, reason }) => [line, /: “?([\w-]+)”?\.$/.exec(reason)?.[1] ?? reason])).toEqual(missed.map((word) => [93, word]))
    expect(found.coverage.found).toBeLessThan(found.coverage.written)
  })
})

describe('a file that holds only what is free', () => {
  it('is complete without what is behind the paywall, and is not complete without what is before it', async () => {
    const html = renderers.find(({ name }) => name === 'html')
    const article = await newsroom.article('gated')
    if (html === undefined) throw new Error('There is no HTML.')
    const { artifacts } = await newsroom.draw(html, article)
    const { publication } = newsroom.newsroom
    const plan = html.plan(article, {})
    const verdict = async (holds: PlannedFile['holds']) => {
      const [planned, artifact] = [plan.find((file) => file.holds === 'free'), artifacts.find(({ path }) => !path.startsWith('private/'))]
      if (!planned || !artifact) throw new Error('There is no public page.')
      return judgeCoverage(html, { planned: { ...planned, holds }, artifact, article, publication, options: {} }, [])
    }
    expect((await verdict('free')).diagnostics).toEqual([])
    expect(said(await verdict('whole')).join('\n')).toContain('words-lost')
  })
})

describe('the search for words', () => {
  const long = 'The tide comes in and the tide goes out, said the keeper of the light. '.repeat(3000)

  it('ends soon in a text of 200 kB that says the same for ever, though a passage is not in it', () => {
    const manuscript = { blocks: Array.from({ length: 300 }, () => [{ words: 'The tide comes in and the tide goes nowhere, said nobody.', kind: 'paragraph' }]), anywhere: [], addresses: [] }
    const { coverage, lost } = cover(manuscript, long, [], 'https://post.example/')
    expect(lost).toHaveLength(300)
    expect(coverage.written).toBe(300 * 11)
  })

  it.each([
    ['the foot of a page between two words', '“The lamp” made its\nHarbour Post, page 1 of 2\nlast turn on Thursday evening.', 1],
    ['soft hyphens and other quotation marks', '„The lamp” made its la\u00ADst turn on Thursday evening.', 1],
    ['another word', 'The lamp made its first turn on Thursday evening.', 0],
    ['words in another order', 'evening Thursday on turn last its made lamp The.', 0],
  ])('allows for %s, or does not', (_, text, isThere) => {
    const { lost } = cover({ blocks: [[{ words: '“The lamp” made its last turn on Thursday evening.', kind: 'paragraph' }]], anywhere: [], addresses: [] }, text, [], 'https://post.example/')
    expect(lost).toHaveLength(1 - isThere)
  })

  it.each([
    ['numbers of links behind its words', 'The turn, and the lamp.\nThe lamp[1] made its turn[12].[2]', 1],
    ['a number that is no note’s', 'The lamp 1897 made its turn.', 0],
    ['another word', 'The lamp nearly made its turn.', 0],
  ])('allows in a short passage for %s, or does not', (_, text, isThere) => {
    const { lost } = cover({ blocks: [[{ words: 'The lamp made its turn.', kind: 'paragraph' }]], anywhere: [], addresses: [] }, text, [], 'https://post.example/')
    expect(lost).toHaveLength(1 - isThere)
  })

  it.each([
    ['as it was typed', 'Heute مرحبا بالعالم, שלום und 5 Sterne.', 0],
    ['as it is drawn', 'Heute שלום ,مرحبا بالعالم und 5 Sterne.', 0],
    ['without a word', 'Heute שלום ,مرحبا und 5 Sterne.', 1],
  ])('takes a line that runs both ways %s', (_, text, lostPassages) => {
    const { lost } = cover({ blocks: [[{ words: 'Heute مرحبا بالعالم, שלום und 5 Sterne.', kind: 'paragraph' }]], anywhere: [], addresses: [] }, text, [], 'https://post.example/')
    expect(lost).toHaveLength(lostPassages)
  })

  it.each(['5 to 6 %, or −3 °C', '€5 to 6, or −3 °C', '€5 to 6 %, or 3 °C', '€5 to 6 %, or −3 C'])('misses a sign that carries meaning: %s', (text) => {
    const { lost } = cover({ blocks: [[{ words: '€5 to 6 %, or −3 °C', kind: 'paragraph' }]], anywhere: [], addresses: [] }, text, [], 'https://post.example/')
    expect(lost).toHaveLength(1)
  })

  it('counts credits: two pictures of one maker need it twice', () => {
    const credit = { words: 'Oona Maclarty', kind: 'credit' }
    const { lost } = cover({ blocks: [], anywhere: [credit, credit], addresses: [] }, 'A picture. Oona Maclarty', [], 'https://post.example/')
    expect(lost).toHaveLength(1)
  })

  it('takes a link for the same whether the file or its folder is named, absolutely or from here', () => {
    const addresses = ['https://post.example/sea/quay/', 'https://post.example/m%C3%BCnster/'].map((url) => ({ url, kind: 'link' }))
    const { lostAddresses } = cover({ blocks: [], anywhere: [], addresses }, '', ['../quay/index.html#top', 'https://post.example/münster/'], 'https://post.example/sea/ferry/')
    expect(lostAddresses.map(({ url }) => url)).toEqual(['https://post.example/sea/quay/'])
  })
})

/** A text without some words, wherever they stand and whatever white space is between them. */
function without(text: string, words: string): string {
  const pattern = new RegExp(words.split(' ').map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('\\s+'), 'giu')
  expect(text).toMatch(pattern)
  return text.replace(pattern, '')
}
