import type { AnySubject, Check, EditionCheck, EditionSubject, Subject } from '../../contract/check.ts'
import { withBrowser } from '../browser/judging-browser.ts'
import { packageVersion } from '../installation.ts'
import { openAxe } from './axe-judge.ts'

/** axe-core over every page of a format, in a real browser: WCAG 2.2 A and AA, in light and dark, narrow and wide. */
export function axeCheck(rule: 'html/axe' | 'amp/axe'): Check {
  return axeBy<Subject>(rule, ({ article }) => article.source, ({ artifact: { bytes } }) => bytes)
}

/** The same over the pages around the stories; one that leads on at once is held where it is. */
export function axeEditionCheck(rule: 'site/axe' | 'kills/axe'): EditionCheck {
  const axe = axeBy<EditionSubject>(rule, () => '', ({ artifact: { bytes } }) => new TextEncoder().encode(new TextDecoder().decode(bytes).replace(/<meta http-equiv="refresh"[^>]*>/, '')))
  return { ...axe, judges: ({ mediaType }) => mediaType === 'text/html' }
}

function axeBy<Judged extends AnySubject>(rule: 'html/axe' | 'amp/axe' | 'site/axe' | 'kills/axe', fileOf: (subject: Judged) => string, htmlOf: (subject: Judged) => Uint8Array): Check<unknown, Judged> {
  const axe = openAxe()
  return {
    name: 'axe-core',
    level: 'full',
    against: 'bytes',
    async version() {
      const version = packageVersion('axe-core')
      if (version === undefined) return { missing: 'axe-core is not installed. Run npm ci without --omit=dev.' }
      const withItsBrowser = withBrowser(version)
      return withItsBrowser !== undefined ? { version: withItsBrowser } : { missing: 'axe-core needs Chromium or Chrome: run npm ci again, or set PUPPETEER_EXECUTABLE_PATH.' }
    },
    async judge(subjects, { signal, file }) {
      for (const subject of subjects) {
        signal.throwIfAborted()
        const { artifact: { path }, report } = subject
        for (const finding of await axe.judge({ path, html: htmlOf(subject), file })) report(rule, { file: fileOf(subject) }, { path, ...finding })
      }
    },
    close: () => axe.close(),
  }
}
