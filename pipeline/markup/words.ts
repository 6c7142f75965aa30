import type { Words } from '../ast/story-view.ts'
import { en } from './languages/en.ts'
import { languages } from './languages/index.ts'
import type { Language } from './languages/language.ts'

/** The furniture words of a language (BCP 47): of its region, else of the language, else English. */
export function wordsFor(language: string): Words {
  return (spoken(language) ?? en).words
}

/** What Galley knows of a language, by the longest beginning of its tag that is known (RFC 4647, lookup). */
export function spoken(language: string): Language | undefined {
  const parts = language.toLowerCase().split('-')
  for (let length = parts.length; length > 0; length--) {
    const known = languages.get(parts.slice(0, length).join('-'))
    if (known) return known
  }
  return undefined
}
