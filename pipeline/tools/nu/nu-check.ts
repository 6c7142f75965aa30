import type { Article } from '../../ast/article.ts'
import type { Check } from '../../contract/check.ts'
import type { Place } from '../../contract/diagnostic.ts'
import { checkPages, nuVersion } from './nu.ts'

/** Where a story has what stands at a place of its page. */
export type PlaceOf = (article: Article, page: string, place: { line: number; column: number }) => Place

const rules = { html: { error: 'html/nu', warning: 'html/nu-advice' }, amp: { error: 'amp/nu', warning: 'amp/nu-advice' } } as const

/** The Nu HTML checker, the W3C's own, over the pages of a format; AMP pages are HTML pages too, but for what only AMP demands. */
export function nuCheck(format: 'html' | 'amp', placeOf: PlaceOf): Check {
  return {
    name: 'Nu HTML checker',
    level: 'full',
    against: 'bytes',
    version: () => nuVersion(),
    async judge(subjects, { signal }) {
      const findings = await checkPages(subjects.map(({ artifact }) => artifact), signal, format)
      subjects.forEach(({ artifact: { path, bytes }, article, report }, index) => {
        const page = new TextDecoder().decode(bytes)
        for (const { severity, code, message, line = 1, column = 1 } of findings[index] ?? []) {
          const facts = { path, code, message, line, column }
          report(rules[format][severity], placeOf(article, page, facts), facts)
        }
      })
    },
  }
}
