import type { Check } from '../../contract/check.ts'
import { sourcePlace } from '../../markup/page/source-place.ts'
import { checkPages, nuVersion } from '../../tools/nu/nu.ts'

/** The Nu HTML checker, the W3C's own, over the pages of stories. */
export const nuCheck: Check = {
  name: 'Nu HTML checker',
  level: 'full',
  against: 'bytes',
  version: () => nuVersion(),
  async judge(subjects, { signal }) {
    const findings = await checkPages(subjects.map(({ artifact }) => artifact), signal)
    subjects.forEach(({ artifact: { path, bytes }, article, report }, index) => {
      const page = new TextDecoder().decode(bytes)
      for (const { severity, code, message, line, column } of findings[index] ?? []) {
        report(severity === 'error' ? 'html/nu' : 'html/nu-advice', sourcePlace(article, page, { line: line ?? 1, column: column ?? 1 }), { path, code, message, line, column })
      }
    })
  },
}
