import { defineCheck, type EditionSubject } from '../../contract/check.ts'
import { checkPage } from '../../tools/html-validate/check-page.ts'
import { packageVersion } from '../../tools/installation.ts'

/** html-validate over the pages around the stories: the HTML standard, and what of WCAG can be read from markup. */
export const siteHtmlValidate = defineCheck<unknown, EditionSubject>({
  name: 'html-validate',
  level: 'always',
  against: 'bytes',
  version: async () => ({ version: packageVersion('html-validate') ?? '' }),
  async judge({ artifact: { path, bytes }, report }) {
    for (const finding of await checkPage(new TextDecoder().decode(bytes))) report('site/invalid', { file: '' }, { path, ...finding })
  },
})
