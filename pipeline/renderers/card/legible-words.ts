import type { Article } from '../../ast/article.ts'
import type { Place } from '../../contract/diagnostic.ts'
import type { Report } from '../../contract/catalogue.ts'
import { cardLines, type CardLine, type CardWords } from './card-words.ts'

/** Take emoji out of the words, and say so: the newspaper's fonts have none, and every device draws them differently. */
export function dropEmoji(words: CardWords, article: Article, report: Report): CardWords {
  return eachLine(words, (text, line) => {
    const found = text.match(emoji)
    if (!found) return text
    report('card/emoji-dropped', placeOf(article, line), { emoji: [...new Set(found)].join(' '), line })
    return text.replace(emoji, '').replace(/[ \t]+/g, ' ').trim()
  })
}

/** Leave out each line that has a letter which no font has, and say so: an empty box is worse than silence. */
export function dropUndrawable(words: CardWords, missing: ReadonlySet<string>, article: Article, report: Report): CardWords {
  return eachLine(words, (text, line) => {
    const letters = [...new Set(text)].filter((letter) => missing.has(letter))
    if (letters.length === 0) return text
    report('card/missing-glyph', placeOf(article, line), { letters: letters.join(''), line, words: text })
    return ''
  })
}

/** Where a line of the card, or its photo, was written. */
export function placeOf(article: Article, part: CardLine | 'photo'): Place {
  const start = keysOf[part].map((key) => article.places[key]?.start).find((point) => point !== undefined)
  return start ? { file: article.source, line: start.line, column: start.column } : { file: article.source }
}

/** Keys of the front matter that a part of the card may come from, the likeliest first. */
const keysOf: Readonly<Record<CardLine | 'photo', readonly string[]>> = {
  label: ['commercial', 'tone'], section: ['section'], kicker: ['kicker'], headline: ['headlines.social', 'headline'], byline: ['byline'],
  masthead: [], credit: ['lead.credit', 'lead'], photo: ['lead.src', 'lead'],
}

function eachLine(words: CardWords, change: (text: string, line: CardLine) => string): CardWords {
  const { kind } = words
  const changed = cardLines.map((line) => [line, change(words[line] ?? '', line)] as const).filter(([, text]) => text !== '')
  return { ...Object.fromEntries(changed), ...(kind ? { kind } : {}) }
}

// Sequences of UTS #51; signs such as © and ™, which fonts have, are pictographs by property only.
const single = String.raw`(?:(?![©®™‼⁉ℹ↔-↙])\p{Extended_Pictographic}|\p{Regional_Indicator}{2}|[0-9#*]\ufe0f?\u20e3)[\ufe0f\u{1f3fb}-\u{1f3ff}]*`
const emoji = new RegExp(`${single}(?:\\u200d${single})*`, 'gu')
