import { beforeAll, describe, expect, it } from 'vitest'
import { fetchAmpValidator } from '../../pipeline/tools/amp/fetch-amp-validator.ts'
import { bodyOfBook, bodyOfPage } from './body-of.ts'
import { examples } from './commonmark-examples.ts'
import { faultsOf } from './judge-pressed.ts'
import { openPress, type Press } from './press-example.ts'
import { lostWords } from './skeleton.ts'

const lines = (markdown: string): string[] => markdown.replace(/\n$/, '').split('\n')
const line = (markdown: string): string => lines(markdown).join(' ')

/** What may lie around the Markdown of an example. The last three make one line of it. */
const surroundings: Readonly<Record<string, (markdown: string, number: number) => string>> = {
  'a quote': (markdown) => lines(markdown).map((each) => `> ${each}\n`).join(''),
  'a list': (markdown) => `- Before\n\n${lines(markdown).map((each) => `  ${each}\n`).join('')}`,
  'a footnote': (markdown, number) => `Before[^n${number}].\n\n[^n${number}]: Before\n\n${lines(markdown).map((each) => `    ${each}\n`).join('')}`,
  'a fact box': (markdown) => `:::factbox[Before]\n${markdown}\n:::\n`,
  'a table': (markdown) => `| Before |\n| --- |\n| ${line(markdown).replaceAll('|', '\\|')} |\n`,
  'a heading': (markdown) => `## Before ${line(markdown)}\n`,
  'a link': (markdown) => `Before [*${line(markdown)}* after](https://ferries.example/)\n`,
}

describe('the examples of CommonMark inside of other Markdown', () => {
  let press: Press

  beforeAll(async () => {
    await fetchAmpValidator()
    press = await openPress()
  })

  it.each(Object.entries(surroundings))('make one valid page, AMP page and book, and lose no word: in %s', async (_name, around) => {
    const read = await Promise.all(examples.map(({ markdown, number }) => press.read(around(markdown, number))))
    const all = await press.bind(read.map(({ article }) => article))
    const faults = await faultsOf(all)
    expect(faults.length === 0 ? [] : [...faults, ...(await blame(around))]).toEqual([])
    expect(lostWords(bodyOfPage(all.html), [bodyOfPage(all.html), bodyOfPage(all.amp), bodyOfBook(all.epub)])).toEqual([])
  })

  // A tab is as wide as where it stands, so examples with tabs are others inside of something.
  it.each(['a quote', 'a list'])('mean what they mean outside: in %s', async (name) => {
    const changed: string[] = []
    for (const { markdown, number } of examples.filter((example) => !example.markdown.includes('\t'))) {
      const [outside, inside] = [await press.read(markdown), await press.read(surroundings[name]?.(markdown, number) ?? '')]
      const [first] = inside.parsed.body.children
      const container = first?.type === 'list' ? first.children[0] : first
      const blocks = container && 'children' in container ? container.children.slice(name === 'a list' ? 1 : 0) : []
      if (shapeOf(blocks) !== shapeOf(outside.parsed.body.children)) changed.push(`example ${number}: ${shapeOf(blocks)}, not ${shapeOf(outside.parsed.body.children)}`)
    }
    expect(changed).toEqual([])
  })

  /** The examples at fault, each by itself. */
  async function blame(around: (markdown: string, number: number) => string): Promise<string[]> {
    const blamed: string[] = []
    for (const { markdown, number } of examples) {
      const faults = await faultsOf(await press.press(around(markdown, number)))
      if (faults.length > 0) blamed.push(`example ${number}: ${faults.join('; ')}`)
    }
    return blamed
  }
})

/** Nodes without their places. */
function shapeOf(nodes: readonly unknown[]): string {
  return JSON.stringify(nodes, (key, value: unknown) => (key === 'position' ? undefined : value))
}
