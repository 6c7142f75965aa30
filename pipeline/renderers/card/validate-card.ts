import type { Artifact, PlannedFile, ValidateContext } from '../../contract/renderer.ts'
import { readCard, type ReadCard } from './read-card.ts'
import type { SizeRules } from './card-sizes.ts'

/** Check one finished card against what was promised: type and pixels, bytes, and words away from the edges. */
export async function validateCard(artifact: Artifact, planned: PlannedFile, rules: SizeRules, context: Pick<ValidateContext, 'article' | 'report'>): Promise<void> {
  const { path, bytes } = artifact
  const place = { file: context.article.source }
  const card = await readCard(bytes).catch(() => undefined)
  const expected = `${planned.width} x ${planned.height}`
  const found = card ? `${card.format} ${card.width} x ${card.height}` : 'bytes that are no picture'
  if (found !== `jpeg ${expected}`) context.report('card/wrong-size', place, { path, found, expected })
  if (bytes.length > rules.maxBytes) context.report('card/too-heavy', place, { path, bytes: bytes.length, limit: rules.maxBytes })
  if (card) reportUnsafe(card, path, rules, context)
}

/** Nothing that matters stands within 60 pixels of an edge, and on a story within 250 of its top and bottom. */
function reportUnsafe(card: ReadCard, path: string, { width, height, margin }: SizeRules, { article, report }: Pick<ValidateContext, 'article' | 'report'>): void {
  for (const { key, text, left, top, width: wide, height: high } of card.lines) {
    const isInside = left >= margin.side - 4 && left + wide <= width - margin.side + 4 && top >= margin.top - 2 && top + high <= height - margin.bottom + 2
    const line = key.replace(/-\d+$/, '')
    if (!isInside) report('card/outside-safe-area', { file: article.source }, { path, line, text, margin: Math.min(margin.side, margin.top) })
  }
}
