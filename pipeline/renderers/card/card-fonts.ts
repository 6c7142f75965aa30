import type { RenderContext } from '../../contract/renderer.ts'

/** A font file under a name of its own: two subsets under one name would hide each other's letters. */
export interface CardFont {
  name: string
  data: Buffer
  weight: 400
  style: 'normal'
}

/** The fonts of one card, and the stacks (CSS `font-family`) in which they are asked for a letter. */
export interface CardFonts {
  /** Names the set: equal keys are the same objects. */
  key: string
  files: CardFont[]
  serif: string
  sans: string
}

interface FontFile {
  role: 'serif' | 'sans' | 'both'
  packageName: string
  file: string
}

const european = ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'greek', 'vietnamese']
const europeanFiles: FontFile[] = [
  ...european.map((script) => fontFile('serif', 'source-serif-4', script, 700)),
  ...[...european, 'greek-ext'].map((script) => fontFile('sans', 'inter', script, 600)),
]
const arabicFiles = [fontFile('serif', 'noto-naskh-arabic', 'arabic', 700), fontFile('sans', 'noto-sans-arabic', 'arabic', 600)]
const hebrewFiles = [fontFile('both', 'noto-serif-hebrew', 'hebrew', 700)]

/**
 * Load the fonts that some words need. Parsing a font costs more than drawing with it, and satori keeps what it parsed
 * by the identity of the list: equal sets are therefore the same objects for as long as the process lives.
 */
export async function loadFonts(words: string, context: Pick<RenderContext, 'packageFile'>): Promise<CardFonts> {
  const wanted = [
    ...europeanFiles,
    ...(/\p{Script=Arabic}/u.test(words) ? arabicFiles : []),
    ...(/\p{Script=Hebrew}/u.test(words) ? hebrewFiles : []),
  ]
  const bytes = await Promise.all(wanted.map(({ packageName, file }) => context.packageFile(packageName, file)))
  const key = wanted.map(nameOf).join(',')
  const fonts = parsed.get(key) ?? assemble(key, wanted, bytes)
  parsed.set(key, fonts)
  return fonts
}

/** Every font that a card may be set in. */
export const cardFontFiles: readonly { packageName: string; file: string }[] = [...europeanFiles, ...arabicFiles, ...hebrewFiles]

/** Whether words are written from right to left, wholly or in part. */
export function isRightToLeft(words: string): boolean {
  return /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u.test(words)
}

const parsed = new Map<string, CardFonts>()

function assemble(key: string, wanted: readonly FontFile[], bytes: readonly Uint8Array[]): CardFonts {
  const files = wanted.map((file, index): CardFont => ({ name: nameOf(file), data: Buffer.from(bytes[index] ?? []), weight: 400, style: 'normal' }))
  const stack = (role: FontFile['role']) => wanted.filter((file) => file.role === role || file.role === 'both').map(nameOf).join(', ')
  return { key, files, serif: stack('serif'), sans: stack('sans') }
}

function nameOf({ file }: FontFile): string {
  return file.replace(/^files\/|\.woff$/g, '')
}

function fontFile(role: FontFile['role'], family: string, script: string, weight: number): FontFile {
  return { role, packageName: `@fontsource/${family}`, file: `files/${family}-${script}-${weight}-normal.woff` }
}
