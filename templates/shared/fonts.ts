/** One file of a typeface: a style and a script. Browsers load it only for a page that has such letters. */
export interface FontFace {
  family: string
  style: 'normal' | 'italic'
  /** CSS `font-weight`: one number, or the range of a variable font. */
  weight: string
  /** npm package, which also has the ranges of its scripts in `unicode.json`. */
  packageName: string
  /** Key in that `unicode.json`. */
  script: string
  /** Path below the package. */
  file: string
}

const european = ['latin', 'latin-ext', 'greek', 'cyrillic', 'vietnamese']
const weights = '200 900'

/**
 * Every font of the newspaper on screens. The upright serif has optical sizes, because it sets both the text and the
 * headlines; the others are drawn at small sizes only, and their files without that axis are half as large.
 */
export const fontFaces: readonly FontFace[] = [
  ...european.map((script) => variable('Source Serif 4', 'source-serif-4', script, 'opsz', 'normal')),
  ...european.map((script) => variable('Source Serif 4', 'source-serif-4', script, 'wght', 'italic')),
  ...european.map((script) => variable('Inter', 'inter', script, 'wght', 'normal')),
  ...['latin', 'latin-ext'].map((script) => variable('Inter', 'inter', script, 'wght', 'italic')),
  ...['400', '600', '700'].map((weight) => single('Noto Naskh Arabic', 'noto-naskh-arabic', 'arabic', weight)),
  ...['400', '600'].map((weight) => single('Noto Sans Arabic', 'noto-sans-arabic', 'arabic', weight)),
  ...['400', '600'].map((weight) => single('Noto Serif Hebrew', 'noto-serif-hebrew', 'hebrew', weight)),
]

/** Whether this is the file that the first paint of nearly every page waits for. */
export function isMainFont(face: FontFace): boolean {
  return face.family === 'Source Serif 4' && face.style === 'normal' && face.script === 'latin'
}

/** The CSS of one file: `href` as seen from the stylesheet, `range` as CSS `unicode-range`. */
export function fontFaceRule(face: FontFace, href: string, range: string): string {
  return [
    `@font-face{font-family:"${face.family}";font-style:${face.style};font-weight:${face.weight};font-display:swap;`,
    `src:url("${href}") format("woff2");unicode-range:${range}}`,
  ].join('')
}

function variable(family: string, id: string, script: string, axes: 'opsz' | 'wght', style: FontFace['style']): FontFace {
  const packageName = `@fontsource-variable/${id}`
  return { family, style, weight: weights, packageName, script, file: `files/${id}-${script}-${axes}-${style}.woff2` }
}

function single(family: string, id: string, script: string, weight: string): FontFace {
  const packageName = `@fontsource/${id}`
  return { family, style: 'normal', weight, packageName, script, file: `files/${id}-${script}-${weight}-normal.woff2` }
}
