import * as z from 'zod'
import type { Edition } from '../../ast/edition.ts'
import type { EditionContext } from '../../contract/edition.ts'
import { defineEditionRenderer, type Artifact } from '../../contract/renderer.ts'
import { readAddresses, readPage } from '../../markup/page/read-page.ts'
import { showPage } from '../../markup/page/show-page.ts'
import { axeEditionCheck } from '../../tools/axe/axe-check.ts'
import { nuEditionCheck } from '../../tools/nu/nu-check.ts'
import { drawTombstones } from './draw-tombstones.ts'
import { killsList } from './kills-list.ts'
import { apacheFile, listFile, nginxFile, planKills } from './plan-kills.ts'
import { apacheRules, goneOf, nginxMap } from './server-maps.ts'
import { killsCheck } from './kills-check.ts'
import { ampTombstoneCheck, tombstoneCheck } from './tombstone-checks.ts'

/** What is left of killed stories: a page in the place of each, a list for those who have taken it, and what servers answer. Nobody can leave it out. */
export const kills = defineEditionRenderer({
  name: 'kills',
  title: 'Kills',
  options: z.strictObject({}),
  always: true,
  planEdition: (edition: Edition) => planKills(edition),
  renderEdition: drawKills,
  editionChecks: [killsCheck, tombstoneCheck, ampTombstoneCheck, axeEditionCheck('kills/axe'), nuEditionCheck],
  text: async (artifact) => (isPage(artifact) ? readPage(artifact) : ''),
  addresses: async (artifact) => (isPage(artifact) ? readAddresses(artifact) : []),
  snapshot: async (artifact) => (isPage(artifact) ? showPage(decode(artifact)) : [{ name: artifact.path, text: decode(artifact) }]),
})

async function drawKills(edition: Edition, context: EditionContext): Promise<Artifact[]> {
  const gone = goneOf(edition)
  const texts = [[listFile, `${JSON.stringify(killsList(edition), null, 2)}\n`], [nginxFile, nginxMap(gone)], [apacheFile, apacheRules(gone)]] as const
  const files = texts.map(([{ path, mediaType }, text]) => ({ path, mediaType, bytes: new TextEncoder().encode(text) }))
  return [...files, ...(await drawTombstones(edition, context))]
}

function isPage({ mediaType }: Artifact): boolean {
  return mediaType === 'text/html'
}

function decode({ bytes }: Artifact): string {
  return new TextDecoder().decode(bytes)
}
