import type { Check } from '../../contract/check.ts'
import { withBrowser } from '../browser/judging-browser.ts'
import { packageVersion } from '../installation.ts'
import { openAxe } from './axe-judge.ts'

/** axe-core over every page of a format, in a real browser: WCAG 2.2 A and AA, in light and dark, narrow and wide. */
export function axeCheck(rule: 'html/axe' | 'amp/axe'): Check {
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
      for (const { artifact: { path, bytes }, article, report } of subjects) {
        signal.throwIfAborted()
        for (const finding of await axe.judge({ path, html: bytes, file })) report(rule, { file: article.source }, { path, ...finding })
      }
    },
    close: () => axe.close(),
  }
}
