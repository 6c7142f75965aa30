import type { JSXElement } from 'satori/jsx'
import type { CardFonts } from './card-fonts.ts'

/** Some words in one typeface. `letterSpacing` in em. */
export interface StyledWords {
  text: string
  fontFamily: string
  letterSpacing?: number
}

/** Widths in em, in the order of the words, and the letters that no font has. */
export interface Measurement {
  widths: number[]
  missing: ReadonlySet<string>
}

/**
 * Measure words by laying them out once, each on a line of its own; widths grow with the size of the type, so one
 * measurement serves all cards of a story, and both engines, which agree to a hundredth of an em.
 */
export async function measureWords(words: readonly StyledWords[], fonts: CardFonts): Promise<Measurement> {
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
  return { widths, missing }
}

/** Pixels of an em while measuring: widths come as whole pixels, so a large one makes them exact. */
const unit = 200

function sheet(words: readonly StyledWords[]): JSXElement {
  const rows = words.map(({ text, fontFamily, letterSpacing = 0 }, index): JSXElement => {
    const style = { display: 'flex', whiteSpace: 'nowrap', fontFamily, letterSpacing: `${letterSpacing * unit}px` }
    return { type: 'div', key: String(index), props: { style, children: text } }
  })
  return { type: 'div', key: null, props: { style: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', fontSize: unit }, children: rows } }
}
