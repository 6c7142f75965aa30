import * as z from 'zod'
import type { Article } from '../../ast/article.ts'
import { defineRenderer, type PlannedFile } from '../../contract/renderer.ts'
import { jsonLdCheck, type JsonLdRules } from '../../markup/page/json-ld-check.ts'
import { jsonLdPicturesCheck } from '../../markup/page/json-ld-pictures-check.ts'
import { pageNodes } from '../../markup/page/page-nodes.ts'
import { readAddresses, readPage } from '../../markup/page/read-page.ts'
import { showPage } from '../../markup/page/show-page.ts'
import { sizeOf } from '../../pictures/measure-picture.ts'
import { axeCheck } from '../../tools/axe/axe-check.ts'
import { version } from '../../tools/installation.ts'
import { nuCheck } from '../../tools/nu/nu-check.ts'
import { drawPage } from './draw-page.ts'
import { htmlValidate } from './html-validate.ts'

const mediaType = 'text/html'
const jsonLdRules: JsonLdRules = { error: 'html/json-ld', warning: 'html/json-ld-advice' }

/** The page of a story: complete without scripts, and loading nothing from anyone else. Embeds are their words and address. */
export const html = defineRenderer({
  name: 'html',
  title: 'HTML',
  inputs: [],
  nodes: { ...pageNodes, embed: 'fallback' },
  options: z.strictObject({}),
  plan,
  render: (article, context) => Promise.all(plan(article).map((planned) => drawPage(article, planned, context))),
  checks: [htmlValidate, jsonLdCheck(jsonLdRules, version), jsonLdPicturesCheck(jsonLdRules, version, sizeOf), axeCheck('html/axe'), nuCheck],
  text: readPage,
  addresses: readAddresses,
  snapshot: async ({ bytes }) => showPage(new TextDecoder().decode(bytes)),
})

/** A gated story has two pages: the free part with a notice for everybody, and a complete one that nothing links to. */
function plan(article: Article): PlannedFile[] {
  const page: PlannedFile = { path: `${article.path}/index.html`, mediaType, rel: 'page', audience: 'public', holds: 'free' }
  return article.access.level === 'free' ? [page] : [page, { ...page, path: `private/${page.path}`, audience: 'private', holds: 'whole' }]
}
