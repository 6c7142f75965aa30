/** Scripts in use that run from right to left (ISO 15924 codes). */
const rightToLeft = new Set(['Adlm', 'Arab', 'Aran', 'Hebr', 'Mand', 'Mend', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa', 'Yezi'])

/** A BCP 47 tag in its usual spelling (`en-gb` is `en-GB`); nothing where it is none, or names a language that does not exist. */
export function languageTag(written: string): string | undefined {
  try {
    const locale = new Intl.Locale(written)
    return exists(locale.language) ? locale.toString() : undefined
  } catch {
    return undefined
  }
}

/** The form allows `english`, but no language has a longer code than three letters; all of two letters are known by name. */
function exists(language: string): boolean {
  if (language.length !== 2) return language.length === 3
  return new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' }).of(language) !== undefined
}

/** Which way a language is written: by the script it names, or else the one it is most often written in. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return rightToLeft.has(new Intl.Locale(language).maximize().script ?? '') ? 'rtl' : 'ltr'
}
