import type { Check } from '../../contract/check.ts'
import { sourcePlace } from '../source-place.ts'
import type { PageKind } from './exceptions.ts'
import { checkPages, nuVersion } from './nu.ts'

const rules = { html: { error: 'html/nu', warning: 'html/nu-advice' }, amp: { error: 'amp/nu', warning: 'amp/nu-advice' } } as const

/**
 * The Nu HTML checker, the W3C's own, over the pages of both formats in one virtual machine; AMP pages are HTML pages too, but for what
 * only AMP demands.
 */
export const nuCheck: Check = {
  name: 'Nu HTML checker',
  level: 'full',
  against: 'bytes',
  // It reads its pages from a disk, and its virtual machine takes longer to start than to judge fifty of them.
  atOnce: 2000,
  version: () => nuVersion(),
  async judge(subjects, { signal }) {
    const pages = subjects.map(({ artifact, format }) => ({ ...artifact, kind: kindOf(format) }))
    const findings = await checkPages(pages, signal)
    subjects.forEach(({ artifact: { path, bytes }, article, format, report }, index) => {
      const page = new TextDecoder().decode(bytes)
      for (const { severity, code, message, line = 1, column = 1 } of findings[index] ?? []) {
        const facts = { path, code, message, line, column }
        report(rules[kindOf(format)][severity], sourcePlace(article, page, facts), facts)
      }
    })
  },
}

function kindOf(format: string): PageKind {
  if (format === 'html' || format === 'amp') return format
  throw new Error(`The Nu HTML checker judges pages of html and amp, and was given one of ${format}.`)
}
