/** One file of a typeface for paper: a weight, a style and a script. A page loads it only if it has such letters. */
export interface PrintFont {
  family: string
  style: 'normal' | 'italic'
  weight: 400 | 600 | 700
  packageName: string
  /** Key in the package's `unicode.json`. */
  script: string
  /** Path below the package. */
  file: string
}

const european = ['latin', 'latin-ext', 'greek', 'cyrillic', 'cyrillic-ext', 'vietnamese']

/**
 * Every font of the newspaper on paper. Static files, although the packages of the screen are smaller: Chromium embeds a
 * variable font as Type 3 drawings, which print coarsely and cannot be searched everywhere; these become TrueType.
 * Arabic is set in Amiri, whose glyphs are whole letters: fonts that put letters together from strokes and dots (Noto's)
 * leave nothing in a PDF that can be read, searched or heard.
 */
export const printFonts: readonly PrintFont[] = [
  ...faces('Source Serif 4', 'source-serif-4', european, [400, 600], ['normal', 'italic']),
  ...faces('Inter', 'inter', [...european, 'greek-ext'], [400, 600], ['normal']),
  ...faces('Inter', 'inter', ['latin', 'latin-ext'], [400], ['italic']),
  ...faces('Amiri', 'amiri', ['arabic'], [400, 700], ['normal']),
  ...faces('Noto Sans Arabic', 'noto-sans-arabic', ['math', 'symbols'], [400], ['normal']),
  ...faces('Noto Serif Hebrew', 'noto-serif-hebrew', ['hebrew'], [400, 600], ['normal']),
]

function faces(
  name: string,
  id: string,
  scripts: readonly string[],
  weights: readonly PrintFont['weight'][],
  styles: readonly PrintFont['style'][],
): PrintFont[] {
  return scripts.flatMap((script) =>
    weights.flatMap((weight) =>
      styles.map((style) => ({
        family: name,
        style,
        weight,
        packageName: `@fontsource/${id}`,
        script,
        file: `files/${id}-${script}-${weight}-${style}.woff2`,
      })),
    ),
  )
}

/** The CSS of one file: `href` as the page asks for it, `range` as CSS `unicode-range`. */
export function printFontRule({ family, style, weight }: PrintFont, href: string, range: string): string {
  return `@font-face{font-family:"${family}";font-style:${style};font-weight:${weight};src:url("${href}") format("woff2");unicode-range:${range}}`
}
