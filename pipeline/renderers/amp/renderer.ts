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
import { ampCheck } from './amp-check.ts'
import { drawPage } from './draw-page.ts'

const mediaType = 'text/html'
const jsonLdRules: JsonLdRules = { error: 'amp/json-ld', warning: 'amp/json-ld-advice' }

/** The AMP page of a story (https://amp.dev/documentation/guides-and-tutorials/learn/spec/amphtml). */
export const amp = defineRenderer({
  name: 'amp',
  title: 'AMP',
  inputs: [],
  nodes: {
    ...pageNodes,
    // What AMP has no element for is reported one by one: `amp/embed-as-card`.
    embed: 'render',
  },
  options: z.strictObject({}),
  plan,
  render: (article, context) => Promise.all(plan(article).map((planned) => drawPage(article, planned, context))),
  checks: [ampCheck(), jsonLdCheck(jsonLdRules, version), jsonLdPicturesCheck(jsonLdRules, version, sizeOf), axeCheck('amp/axe'), nuCheck],
  text: readPage,
  addresses: readAddresses,
  snapshot: async ({ bytes }) => showPage(new TextDecoder().decode(bytes)),
})

/** One public page; a complete copy of a gated story would have no readers. */
function plan({ path }: Article): PlannedFile[] {
  return [{ path: `${path}/amp/index.html`, mediaType, rel: 'amphtml', audience: 'public', holds: 'free' }]
}
