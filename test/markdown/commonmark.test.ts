import { beforeAll, describe, expect, it } from 'vitest'
import { visit } from 'unist-util-visit'
import { fetchAmpValidator } from '../../pipeline/tools/amp/fetch-amp-validator.ts'
import { checkBooks } from '../../pipeline/tools/epubcheck/epubcheck.ts'
import type { Artifact } from '../../pipeline/contract/renderer.ts'
import { bodyOfBook, bodyOfPage } from './body-of.ts'
import { examples, sections } from './commonmark-examples.ts'
import { differences, refusals } from './differences.ts'
import { faultsOf } from './judge-pressed.ts'
import { openPress, type Press, type Pressed } from './press-example.ts'
import { lostWords, skeletonOf } from './skeleton.ts'

describe('the 652 examples of CommonMark 0.31.2', () => {
  let press: Press
  const pressed = new Map<number, Pressed>()

  beforeAll(async () => {
    await fetchAmpValidator()
    press = await openPress()
  })

  it('are all there', () => {
    expect(examples).toHaveLength(652)
    expect(sections.size).toBe(26)
  })

  it('are judged by what finds damage', async () => {
    const made = await press.press('The first boat leaves at *six*.')
    const damaged = {
      ...made,
      html: change(made.html, (page) => page.replace('<em>', '<em><p>')),
      amp: change(made.amp, (page) => page.replace('<em>', '<em onclick="alert(1)">')),
      epub: { ...made.epub, bytes: made.epub.bytes.slice(0, -100) },
    }
    expect(await faultsOf(made)).toEqual([])
    expect((await faultsOf(damaged)).map((fault) => fault.split(' ')[0])).toEqual(expect.arrayContaining(['html/invalid', 'amp/invalid', 'epub/container']))
    const shortened = { ...made, html: change(made.html, (page) => page.replace('<em>six</em>', '<em>ten</em>')) }
    expect(await faultsOf(shortened)).toEqual([expect.stringContaining('six')])
    expect(lostWords('<p>leaves at six', [bodyOfPage(shortened.html)])).toEqual(['"six" is lost in html'])
    expect(skeletonOf('<p>The first boat leaves at <strong>six</strong>.')).not.toBe(skeletonOf(bodyOfPage(made.html)))
  })

  it.each([...sections])('are valid in every format, whole, and mean what they should: %s', async (_section, group) => {
    const actual = new Map<string, string[]>()
    for (const { number, markdown, html } of group) {
      const made = await pressOnce(number, markdown)
      const name = `example ${number}`
      const meant = skeletonOf(bodyOfPage(made.html))
      const facts = [
        ...(await faultsOf(made)),
        ...(skeletonOf(bodyOfPage(made.amp)) === meant ? [] : [`AMP means something else than HTML: ${skeletonOf(bodyOfPage(made.amp))}`]),
        ...(skeletonOf(bodyOfBook(made.epub)) === meant ? [] : [`EPUB means something else than HTML: ${skeletonOf(bodyOfBook(made.epub))}`]),
        ...lostWords(html, [bodyOfPage(made.html), bodyOfPage(made.amp), bodyOfBook(made.epub)]),
        ...made.refusedBy.map((rule) => `refused by ${rule}`),
        ...(skeletonOf(html) === meant ? unlike(html, made) : ['differs', ...warningOf(number, made)]),
      ]
      actual.set(name, facts)
    }
    expect(Object.fromEntries(actual)).toEqual(Object.fromEntries(group.map(({ number }) => [`example ${number}`, expected(number)])))
  })

  it('shows every difference from the reference', async () => {
    const shown = examples.filter(({ number }) => reasonOf(number) !== undefined)
    const lines: string[] = []
    for (const { number, markdown, html } of shown) {
      const made = await pressOnce(number, markdown)
      lines.push(`# ${number}: ${reasonOf(number)}\n${markdown}reference: ${skeletonOf(html)}\nours:      ${skeletonOf(bodyOfPage(made.html))}\n`)
    }
    await expect(lines.join('\n')).toMatchFileSnapshot('commonmark-differences.txt')
  })

  it('make one book, one page and one AMP page that their authorities accept', async () => {
    const made: Pressed[] = []
    for (const { number, markdown } of examples) made.push(await pressOnce(number, markdown))
    const all = await press.bind(made.map(({ article }) => article))
    expect(await faultsOf(all)).toEqual([])
    const findings = await checkBooks([{ path: 'all.epub', bytes: all.epub.bytes }], new AbortController().signal)
    expect(findings).toEqual([[]])
    expect(lostWords(made.map(({ html }) => bodyOfPage(html)).join('\n'), [bodyOfPage(all.html), bodyOfPage(all.amp), bodyOfBook(all.epub)])).toEqual([])
  })

  async function pressOnce(number: number, markdown: string): Promise<Pressed> {
    const made = pressed.get(number) ?? (await press.press(markdown))
    pressed.set(number, made)
    return made
  }
})

function change(artifact: Artifact, edit: (page: string) => string): Artifact {
  return { ...artifact, bytes: new TextEncoder().encode(edit(new TextDecoder().decode(artifact.bytes))) }
}

/** What else may be said of an example, and why. */
const known: Readonly<Record<number, readonly string[]>> = {
  // What begins a block of code is no HTML to us: the word behind it is the name of a language.
  161: ['"c" is lost in html', '"c" is lost in amp', '"c" is lost in epub'],
  // A book may hold no link to a place that it does not have (the author is warned).
  501: ['EPUB means something else than HTML: p(a[""](link))p(a["https://example.com/#fragment"](link))p(a["https://example.com/?foo=3#frag"](link))'],
}

function expected(number: number): string[] {
  return [
    ...(known[number] ?? []),
    ...Object.keys(refusals).filter((rule) => refusals[rule]?.includes(number)).map((rule) => `refused by ${rule}`),
    ...differenceOf(number),
  ]
}

function differenceOf(number: number): string[] {
  const { warning } = differences[reasonOf(number) ?? ''] ?? {}
  return reasonOf(number) === undefined ? [] : ['differs', ...(warning === undefined ? [] : [`its author is warned by ${warning}`])]
}

function warningOf(number: number, { warnedBy }: Pressed): string[] {
  const { warning } = differences[reasonOf(number) ?? ''] ?? {}
  return warning !== undefined && warnedBy.includes(warning) ? [`its author is warned by ${warning}`] : []
}

function reasonOf(number: number): string | undefined {
  return Object.keys(differences).find((reason) => differences[reason]?.examples.includes(number))
}

/** What a page does not show: the levels of headings as written, and which files its pictures are. */
function unlike(html: string, { parsed }: Pressed): string[] {
  const [levels, files]: [number[], string[]] = [[], []]
  visit(parsed.body as never, (node: { type: string; depth?: number; src?: string; url?: string }) => {
    if (node.type === 'heading') levels.push(node.depth ?? 0)
    if (node.type === 'figure' || node.type === 'image') files.push(node.src ?? node.url ?? '')
  })
  const meant = [...html.matchAll(/<h([1-6])>/g)].map(([, level]) => Math.max(2, Number(level)))
  const shown = [...html.matchAll(/<img src="([^"]*)"/g)].map(([, src]) => decodeURI(src ?? ''))
  return [
    ...(levels.join() === meant.join() ? [] : [`headings of levels ${levels.join()}, not ${meant.join()}`]),
    ...(files.join() === shown.join() ? [] : [`pictures ${files.join()}, not ${shown.join()}`]),
  ]
}
