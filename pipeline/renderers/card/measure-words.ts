import type { JSXElement } from 'satori/jsx'
import type { CardFonts } from './card-fonts.ts'

/** A word in one typeface, or a few that are never parted. `letterSpacing` in em. */
export interface StyledWord {
  text: string
  fontFamily: string
  letterSpacing?: number
}

/** A word's width in em, and which of its letters no font has. */
export interface MeasuredWord {
  width: number
  missing: readonly string[]
}

/**
 * Measure words, in their order; widths grow with the size of the type, so one measurement serves all cards of a story, and both engines,
 * which agree to a hundredth of an em. Words come again in other stories, so what was measured is remembered.
 */
export async function measureWords(words: readonly StyledWord[], fonts: CardFonts): Promise<MeasuredWord[]> {
  const known = measured.get(fonts) ?? new Map<string, MeasuredWord>()
  measured.set(fonts, known)
  const unknown = new Map(words.map((word) => [keyOf(word), word] as const).filter(([key]) => !known.has(key)))
  const fresh = unknown.size > 0 ? await layOut([...unknown.values()], fonts) : []
  const found = new Map([...unknown.keys()].map((key, index) => [key, fresh[index] ?? nothing]))
  const answers = words.map((word) => known.get(keyOf(word)) ?? found.get(keyOf(word)) ?? nothing)
  if (known.size > mostWords) known.clear()
  for (const [key, word] of found) known.set(key, word)
  return answers
}

const measured = new WeakMap<CardFonts, Map<string, MeasuredWord>>()
/** Some megabytes, and more than a newspaper's headlines have. */
const mostWords = 20_000
const nothing: MeasuredWord = { width: 0, missing: [] }

function keyOf({ text, fontFamily, letterSpacing = 0 }: StyledWord): string {
  return `${letterSpacing} ${fontFamily}\n${text}`
}

/** Lay words out, each on a line of its own. */
async function layOut(words: readonly StyledWord[], fonts: CardFonts): Promise<MeasuredWord[]> {
  const { default: satori } = await import('satori')
  const missing = new Set<string>()
  const widths: number[] = words.map(() => 0)
  await satori(sheet(words), {
    width: 1_000_000,
    height: 1_000_000,
    fonts: fonts.files,
    pointScaleFactor: 1,
    onNodeDetected: ({ key, width }) => {
      if (key !== undefined) widths[Number(key)] = width / unit
    },
    loadAdditionalAsset: async (_language, letters) => {
      for (const letter of letters) if (/\S/.test(letter)) missing.add(letter)
      return []
    },
  })
  return words.map(({ text }, index) => ({ width: widths[index] ?? 0, missing: [...new Set(text)].filter((letter) => missing.has(letter)) }))
}

/** Pixels of an em while measuring: widths come as whole pixels, so a large one makes them exact. */
const unit = 200

function sheet(words: readonly StyledWord[]): JSXElement {
  const rows = words.map(({ text, fontFamily, letterSpacing = 0 }, index): JSXElement => {
    const style = { display: 'flex', whiteSpace: 'nowrap', fontFamily, letterSpacing: `${letterSpacing * unit}px` }
    return { type: 'div', key: String(index), props: { style, children: text } }
  })
  return { type: 'div', key: null, props: { style: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', fontSize: unit }, children: rows } }
}
