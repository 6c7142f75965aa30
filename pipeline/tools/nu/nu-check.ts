import type { AnySubject, Check, EditionCheck, Subject } from '../../contract/check.ts'
import type { PromisedFile } from '../../contract/renderer.ts'
import type { Place } from '../../contract/diagnostic.ts'
import { sourcePlace, type PagePlace } from '../source-place.ts'
import type { PageKind } from './exceptions.ts'
import { checkPages, nuVersion } from './nu.ts'

const rules = {
  html: { error: 'html/nu', warning: 'html/nu-advice' },
  amp: { error: 'amp/nu', warning: 'amp/nu-advice' },
  site: { error: 'site/nu', warning: 'site/nu-advice' },
  kills: { error: 'kills/nu', warning: 'kills/nu-advice' },
} as const

/**
 * The Nu HTML checker, the W3C's own, over the pages of both formats in one virtual machine; AMP pages are HTML pages too, but for what
 * only AMP demands.
 */
export const nuCheck: Check = nuBy<Subject>(({ article }, page, place) => sourcePlace(article, page, place))

/** The same over the pages around the stories. */
export const nuEditionCheck: EditionCheck = { ...nuBy(() => ({ file: '' })), judges: ({ mediaType }) => mediaType === 'text/html' }

function nuBy<Judged extends AnySubject>(placeOf: (subject: Judged, page: string, place: PagePlace) => Place): Check<unknown, Judged> {
  return {
    name: 'Nu HTML checker',
    level: 'full',
    against: 'bytes',
    // It reads its pages from a disk, and its virtual machine takes longer to start than to judge fifty of them.
    atOnce: 2000,
    version: () => nuVersion(),
    async judge(subjects, { signal }) {
      const pages = subjects.map(({ artifact, planned }) => ({ ...artifact, kind: kindOf(planned) }))
      const findings = await checkPages(pages, signal)
      subjects.forEach((subject, index) => {
        const { artifact: { path, bytes }, format, report } = subject
        const page = new TextDecoder().decode(bytes)
        for (const { severity, code, message, line = 1, column = 1 } of findings[index] ?? []) {
          const facts = { path, code, message, line, column }
          report(rules[formatOf(format)][severity], placeOf(subject, page, facts), facts)
        }
      })
    },
  }
}

function formatOf(format: string): keyof typeof rules {
  if (format in rules) return format as keyof typeof rules
  throw new Error(`The Nu HTML checker judges pages of html, amp, site and kills, and was given one of ${format}.`)
}

/** By what it was promised as: the AMP page of a story, or the one that stands in its place. */
function kindOf({ rel }: PromisedFile): PageKind {
  return rel.endsWith('amphtml') ? 'amp' : 'html'
}
