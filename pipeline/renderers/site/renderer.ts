import type { Edition } from '../../ast/edition.ts'
import { defineEditionRenderer } from '../../contract/renderer.ts'
import { readAddresses, readPage } from '../../markup/page/read-page.ts'
import { showPage } from '../../markup/page/show-page.ts'
import { axeEditionCheck } from '../../tools/axe/axe-check.ts'
import { nuEditionCheck } from '../../tools/nu/nu-check.ts'
import { drawSite } from './draw-site.ts'
import { siteOptions, type SiteOptions } from './options.ts'
import { frontPage, planSite, sectionPage } from './plan-site.ts'
import { siteJsonLdCheck } from './site-json-ld-check.ts'
import { siteHtmlValidate } from './site-html-validate.ts'

/** The pages around the stories: front page, sections, what stands for all that is not there, and at the earlier addresses of stories. */
export const site = defineEditionRenderer({
  name: 'site',
  title: 'Site',
  options: siteOptions,
  planEdition: (edition: Edition, options: SiteOptions) => planSite(edition, options),
  renderEdition: drawSite,
  landmarks: (_publication, section) => (section === undefined ? [frontPage] : [frontPage, sectionPage(section)]),
  editionChecks: [siteHtmlValidate, siteJsonLdCheck, axeEditionCheck('site/axe'), nuEditionCheck],
  text: async (artifact) => readPage(artifact),
  addresses: async (artifact) => readAddresses(artifact),
  snapshot: async ({ bytes }) => showPage(new TextDecoder().decode(bytes)),
})
