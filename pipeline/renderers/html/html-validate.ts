import { defineCheck } from '../../contract/check.ts'
import { sourcePlace } from '../../tools/source-place.ts'
import { packageVersion } from '../../tools/installation.ts'
import { checkPage } from '../../tools/html-validate/check-page.ts'

/** html-validate over the pages of a story: the HTML standard, and what of WCAG can be read from markup. */
export const htmlValidate = defineCheck({
  name: 'html-validate',
  level: 'always',
  against: 'bytes',
  version: async () => ({ version: packageVersion('html-validate') ?? '' }),
  async judge({ artifact: { path, bytes }, article, report }) {
    const page = new TextDecoder().decode(bytes)
    for (const finding of await checkPage(page)) report('html/invalid', sourcePlace(article, page, finding), { path, ...finding })
  },
})
