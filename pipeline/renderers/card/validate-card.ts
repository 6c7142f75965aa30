import { defineCheck, type Subject } from '../../contract/check.ts'
import { version } from '../../tools/installation.ts'
import { missingLetters } from '../../tools/font-letters.ts'
import { cardFontFiles } from './card-fonts.ts'
import { linesWithoutInk } from './find-ink.ts'
import { readCard, type ReadCard } from './read-card.ts'
import { sizeRules, type CardSize, type SizeRules } from './card-sizes.ts'
import type { CardOptions } from './options.ts'

/** Every finished card against what was promised: type and pixels, bytes, words away from the edges and to be seen, and no letter that its fonts lack. */
export const cardCheck = defineCheck<CardOptions>({
  name: 'Card check',
  level: 'always',
  against: 'story',
  version: async () => ({ version }),
  judge: checkCard,
})

async function checkCard({ artifact: { path, bytes }, planned, article, report }: Subject): Promise<void> {
  const rules = sizeRules[planned.rel.replace('card-', '') as CardSize]
  const place = { file: article.source }
  const card = await readCard(bytes).catch(() => undefined)
  const expected = `${planned.width} x ${planned.height}`
  const found = card ? `${card.format} ${card.width} x ${card.height}` : 'bytes that are no picture'
  if (found !== `jpeg ${expected}`) report('card/wrong-size', place, { path, found, expected })
  if (bytes.length > rules.maxBytes) report('card/too-heavy', place, { path, bytes: bytes.length, limit: rules.maxBytes })
  if (!card) return
  reportUnsafe(card, path, rules, { article, report })
  // A cover is drawn by the same hand, and as large as all the others together.
  const unseen = planned.audience === 'input' ? [] : await linesWithoutInk(bytes, card.lines)
  for (const { key, text } of unseen) report('card/without-ink', place, { path, line: nameOf(key), text })
  const letters = await missingLetters(card.lines.map(({ text }) => text).join(' '), cardFontFiles)
  if (letters.length > 0) report('card/empty-boxes', place, { path, letters: letters.join(' ') })
}

/** Nothing that matters stands within 60 pixels of an edge, and on a story within 250 of its top and bottom. */
function reportUnsafe(card: ReadCard, path: string, { width, height, margin }: SizeRules, { article, report }: Pick<Subject, 'article' | 'report'>): void {
  for (const { key, text, left, top, width: wide, height: high } of card.lines) {
    const isBetweenSides = left >= margin.side - 4 && left + wide <= width - margin.side + 4
    const isBetweenEnds = top >= margin.top - 2 && top + high <= height - margin.bottom + 2
    const line = nameOf(key)
    if (!isBetweenSides || !isBetweenEnds) report('card/outside-safe-area', { file: article.source }, { path, line, text, margin: isBetweenSides ? Math.min(margin.top, margin.bottom) : margin.side })
  }
}

/** `headline` for `headline-2`. */
function nameOf(key: string): string {
  return key.replace(/-\d+$/, '')
}
