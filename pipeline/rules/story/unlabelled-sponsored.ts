import { toString } from 'mdast-util-to-string'
import type { UnfinishedArticle } from '../../ast/article.ts'
import { descendants } from '../../ast/descendants.ts'
import { type At, defineStoryRule } from '../story-rule.ts'

/** What somebody has paid for says so in every format, and for that it has to say so in front matter. */
export const unlabelledSponsored = defineStoryRule({
  id: 'unlabelled-sponsored',
  good: `
---
headline: Quiet engines, early mornings
commercial: sponsored
byline: [{ name: Halden Marine, role: Sponsor }]
published: 2026-11-09T06:00:00+00:00
tags: [ferries, sponsored]
---
The first ferry of the day used to wake the whole of Quay Street.
`,
  bad: `
---
headline: Quiet engines, early mornings
byline: [{ name: Halden Marine, role: Sponsor }]
published: 2026-11-09T06:00:00+00:00
tags: [ferries, sponsored]
---
The first ferry of the day used to wake the whole of Quay Street.
`,
  check(story, { report }) {
    if (story.commercial !== 'none') return
    const [sign] = [...signsOf(story)]
    if (sign) report(sign.at, { where: sign.where, words: sign.words })
  },
})

interface Sign {
  where: string
  words: string
  at: At
}

/** Where a story says itself that somebody has paid for it. Only words that have no other meaning there: news is written about sponsors, too. */
function* signsOf({ kicker = '', tags, byline, follow, body }: UnfinishedArticle): Generator<Sign> {
  if (isLabel(kicker)) yield { where: 'kicker', words: kicker, at: 'kicker' }
  for (const [index, tag] of tags.entries()) if (isLabel(tag)) yield { where: 'tag', words: tag, at: `tags.${index}` }
  for (const [index, { role = '' }] of byline.entries()) {
    if (isLabel(role) || payers.has(plain(role))) yield { where: 'role of an author', words: role, at: `byline.${index}.role` }
  }
  if (follow && isDisclosure(follow.text)) yield { where: 'follow link', words: follow.text, at: 'follow.text' }
  for (const block of [body.children[0], body.children.at(-1), ...body.children.filter(({ type }) => type === 'note')]) {
    const words = block && (block.type === 'paragraph' || block.type === 'note') ? toString(block).trim() : ''
    if (block && (isLabel(words) || isDisclosure(words))) yield { where: block.type, words, at: block }
  }
  for (const node of descendants(body)) {
    if (node.type === 'link' && (isLabel(node.title ?? '') || paidCampaign.test(node.url))) yield { where: 'link', words: node.title || node.url, at: node }
    if (node.type === 'text' && typedRel.test(node.value)) yield { where: 'text', words: typedRel.exec(node.value)?.[0] ?? '', at: node }
  }
}

function isLabel(words: string): boolean {
  return labels.has(plain(words))
}

/** A line that is nothing but the disclosure: it begins with its formula and names a payer in a few words. */
function isDisclosure(words: string): boolean {
  return formulas.some((formula) => plain(words).startsWith(`${formula} `)) && words.split(/\s+/).length <= 10
}

function plain(words: string): string {
  return words.normalize('NFC').toLowerCase().replace(/[\s\p{Pd}_]+/gu, ' ').replace(/^[\s\p{P}#]+|[\s\p{P}]+$/gu, '')
}

/** What such content is labelled with, in the languages in which Galley labels it. Whole tags, kickers and roles, never a part of one. */
const labels: ReadonlySet<string> = new Set([
  'sponsored', 'sponsored content', 'sponsored post', 'sponsored story', 'paid', 'paid content', 'paid post', 'paid partnership', 'paid for by', 'advertorial', 'advertisement',
  'advertisement feature', 'advertising feature', 'branded content', 'partner content', 'promoted', 'promoted content',
  'anzeige', 'gesponsert', 'gesponserter beitrag', 'contenu sponsorisé', 'sponsorisé', 'publireportage', 'publirreportaje', 'contenido patrocinado', 'patrocinado', 'conteúdo patrocinado',
  'publirreportagem', 'pubbliredazionale', 'contenuto sponsorizzato', 'sponsorizzato', 'advertentie', 'gesponsord', 'gesponsorde inhoud', 'artykuł sponsorowany', 'materiał sponsorowany',
  'محتوى مدفوع', 'محتوى برعاية', 'مادة إعلانية',
])

const payers: ReadonlySet<string> = new Set(['sponsor', 'advertiser', 'anzeigenkunde', 'annonceur', 'patrocinador', 'patrocinadora', 'anunciante', 'inserzionista', 'adverteerder', 'sponsorin', 'الراعي', 'المعلن'])

const formulas = [
  'sponsored by', 'paid for by', 'paid content by', 'advertisement by', 'brought to you by', 'in paid partnership with', 'presented by our sponsor',
  'gesponsert von', 'sponsorisé par', 'patrocinado por', 'patrocinada por', 'sponsorizzato da', 'gesponsord door', 'sponsorowane przez', 'برعاية',
]

/** `rel=sponsored` has no Markdown; who wants it types it as HTML, which is printed as text, or lets the campaign of the address say it. */
const typedRel = /\brel\s*=\s*["'“”]?[\w ]*\bsponsored\b/i
const paidCampaign = /[?&]utm_(?:medium|campaign)=(?:sponsored|sponsored[-_+]content|advertorial|paid[-_+]?post|paid[-_+]content|branded[-_+]content)(?:&|#|$)/i
