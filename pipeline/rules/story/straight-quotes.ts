import type { UnfinishedArticle } from '../../ast/article.ts'
import { passagesOf } from '../passages.ts'
import { defineStoryRule } from '../story-rule.ts'

/** Quotation marks and apostrophes are those of print. */
export const straightQuotes = defineStoryRule({
  id: 'straight-quotes',
  good: `
“We stopped the cranes to be heard,” she said. The gate is 6'2" wide.
`,
  bad: `
"We stopped the cranes to be heard," she said.
`,
  check(story, { report }) {
    const [language = ''] = story.language.split('-')
    if (marksOfLetters.has(language)) return
    for (const { text, placeAt } of passagesOf(story)) {
      const marks = [...text.matchAll(straight)]
      const [first] = marks
      if (first) report(placeAt(first.index), { found: first[0], count: marks.length, better: better(first[0], story) })
    }
  },
})

const straight = /(?<!\d['"]?)['"]/g
/** Gershayim and geresh are typed as straight marks. */
const marksOfLetters: ReadonlySet<string> = new Set(['he', 'yi'])

/** Quotation marks by language (CLDR, delimiters). */
const pairs: Readonly<Record<string, string>> = { de: '„…“', fr: '« … »', es: '«…» or “…”', pt: '“…” or «…»', it: '«…» or “…”', pl: '„…”', nl: '“…”', ar: '«…» or ”…“' }

function better(mark: string, { language }: Pick<UnfinishedArticle, 'language'>): string {
  return mark === "'" ? '’, or ‘…’ around words.' : `${pairs[language.split('-')[0] ?? ''] ?? '“…”'}.`
}
