import { asciidoctor } from './asciidoctor.ts'
import { eleventy } from './eleventy.ts'
import { hugo } from './hugo.ts'
import { pandocEpub, pandocHtml, weasyprint } from './pandoc.ts'
import type { Peer } from './peer.ts'

/** Every peer, installed here or not. */
export const peers: readonly Peer[] = [eleventy, hugo, asciidoctor, pandocHtml, pandocEpub, weasyprint]

/** Those that make whole sites of pages in one go, and are measured with very many stories too. */
export const siteMakers: readonly Peer[] = [eleventy, hugo]
