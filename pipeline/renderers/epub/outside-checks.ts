import type { Availability, Check } from '../../contract/check.ts'
import { aceVersion, checkAccessibility } from '../../tools/ace/ace.ts'
import { checkBooks, epubCheckVersion } from '../../tools/epubcheck/epubcheck.ts'
import type { Finding, JudgedBytes } from '../../tools/java/finding.ts'

/** EPUBCheck, the W3C's conformance checker, over books: no error and no warning. */
export const epubCheck = outsideCheck('EPUBCheck', epubCheckVersion, checkBooks, { error: 'epub/epubcheck', warning: 'epub/epubcheck-advice' })

/** DAISY Ace over books: no barrier that a program can find. */
export const ace = outsideCheck('DAISY Ace', aceVersion, checkAccessibility, { error: 'epub/ace', warning: 'epub/ace-advice' })

function outsideCheck(
  name: string,
  version: () => Promise<Availability>,
  judgeBooks: (books: readonly JudgedBytes[], signal: AbortSignal) => Promise<readonly Finding[][]>,
  rules: Readonly<Record<Finding['severity'], 'epub/epubcheck' | 'epub/epubcheck-advice' | 'epub/ace' | 'epub/ace-advice'>>,
): Check {
  return {
    name,
    level: 'full',
    against: 'bytes',
    version: () => version(),
    async judge(subjects, { signal }) {
      const findings = await judgeBooks(subjects.map(({ artifact }) => artifact), signal)
      subjects.forEach(({ artifact: { path: book }, article, report }, index) => {
        for (const { severity, code, message, file, line, column } of findings[index] ?? []) {
          report(rules[severity], { file: article.source }, { book, code, message, file, line, column })
        }
      })
    },
  }
}
