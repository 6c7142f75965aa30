import { join } from 'node:path'
import { asciidocDialect } from '../corpus/dialects/asciidoc.ts'
import { fillMedia, writeStories } from '../corpus/make-corpus.ts'
import { storyPhoto } from '../corpus/photo.ts'
import { shelf } from '../desk.ts'
import type { Peer } from './peer.ts'
import { programVersion } from './program-version.ts'

/** All files in one call, each to a page with the standard stylesheet. */
export const asciidoctor: Peer = {
  name: 'asciidoctor',
  makes: 'HTML',
  version: () => programVersion('asciidoctor'),
  install: 'apt-get install asciidoctor',
  prepare: async ({ folder, plan }) => {
    await writeStories(plan, asciidocDialect, folder)
    await fillMedia(plan, storyPhoto, { shelf, media: join(folder, 'media') })
  },
  command: ({ folder }) => ({ program: 'asciidoctor', words: ['--quiet', 'story-*.adoc'], folder, seconds: 900 }),
}
