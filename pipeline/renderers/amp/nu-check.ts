import type { Check } from '../../contract/check.ts'
import { checkPages, nuVersion } from '../../tools/nu/nu.ts'

/** The Nu HTML checker over AMP pages, which are HTML pages too, but for what only AMP demands. */
export const nuCheck: Check = {
  name: 'Nu HTML checker',
  level: 'full',
  against: 'bytes',
  version: () => nuVersion(),
  async judge(subjects, { signal }) {
    const findings = await checkPages(subjects.map(({ artifact }) => artifact), signal, 'amp')
    subjects.forEach(({ artifact: { path }, article, report }, index) => {
      for (const { severity, code, message, line, column } of findings[index] ?? []) {
        report(severity === 'error' ? 'amp/nu' : 'amp/nu-advice', { file: article.source }, { path, code, message, line, column })
      }
    })
  },
}
