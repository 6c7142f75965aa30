import { h } from 'hastscript'
import { correctedSummary as draw } from '../../../templates/feeds/item.tsx'
import type { EditionStory } from '../../ast/edition.ts'
import type { Publication } from '../../ast/publication.ts'
import { formatDay } from '../../markup/format-date.ts'
import { wordsFor } from '../../markup/words.ts'
import { writeHtml } from '../../markup/write-html.ts'

/**
 * What stands for the text of a story where a feed has none: whoever has read what was wrong is to be told of it there as well. Nothing, of
 * a story without corrections: its standfirst is the item’s summary.
 */
export function correctedSummary(story: EditionStory, publication: Publication): string | undefined {
  const { language, corrections, standfirst } = story
  if (corrections.length === 0) return undefined
  const words = wordsFor(language)
  const notices = corrections.map(({ date, type, text }) => ({
    date: formatDay(date, language, publication.timezone), type, label: words.correctionTypes[type], text: [{ type: 'text' as const, value: text }],
  }))
  const { direction } = story
  return writeHtml({ type: 'root', children: h('div', draw({ language, direction, publication, words, corrections: notices, ...(standfirst === undefined ? {} : { standfirst }) })).children })
}
