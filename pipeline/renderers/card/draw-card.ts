import type { JSXElement } from 'satori/jsx'
import { card } from '../../../templates/card/card.tsx'
import type { CardView, Ground } from '../../../templates/card/card-view.ts'
import type { Label } from '../../ast/story-view.ts'
import { cardColours, type Tokens } from './card-colours.ts'
import type { CardFonts } from './card-fonts.ts'
import type { SizeRules } from './card-sizes.ts'
import { mannerOf, type CardWords } from './card-words.ts'
import { drawLeftToRight } from './draw-left-to-right.ts'
import { drawRightToLeft } from './draw-right-to-left.ts'
import type { DrawnCard } from './drawn-card.ts'
import { fitHeadline, type FittedHeadline } from './fit-headline.ts'
import type { HeadlineMeasure } from './measure-headline.ts'

/** What all cards of one story share. */
export interface StoryCard {
  words: CardWords
  direction: 'ltr' | 'rtl'
  /** Whether any of the words runs from right to left; decides who draws. */
  isRightToLeft: boolean
  fonts: CardFonts
  tokens: Tokens
  headline: HeadlineMeasure
}

/** Lay out and paint the words of one card. `left` are the words of the headline that it has no room for. */
export async function drawCard(story: StoryCard, rules: SizeRules, ground: Ground): Promise<{ drawn: DrawnCard; left?: string }> {
  const { element, isWhole, left } = layOutCard(story, rules, ground)
  const canvas = { width: rules.width, height: rules.height, isWhole }
  const drawn = await (story.isRightToLeft ? drawRightToLeft : drawLeftToRight)(element, canvas, story.fonts)
  return { drawn, ...(left === undefined ? {} : { left }) }
}

/** The words of one card as elements, set as large as they fit. `isWhole`: not only the words are drawn, but all of the card. */
export function layOutCard(story: StoryCard, rules: SizeRules, ground: Ground): { element: JSXElement; isWhole: boolean; left?: string } {
  const fitted = fitOn(story, rules, ground)
  const view = viewOf(story, rules, ground, fitted)
  const isWhole = ground === 'paper' || view.colours.frame !== undefined
  return { element: card(view), isWhole, ...(fitted.left === undefined ? {} : { left: fitted.left }) }
}

function fitOn({ headline, words }: StoryCard, { scale, margin, width, maxLines, legible, smallest, headline: bounds }: SizeRules, ground: Ground): FittedHeadline {
  const { pieces, marks, lineHeight } = headline
  if (pieces.length === 0) return { lines: [], size: smallest }
  const { largest, height } = bounds[ground]
  const forByline = words.byline ? 54 * scale : 0
  return fitHeadline(pieces, marks, { width: width - 2 * margin.side, height: height - forByline, maxLines, largest, legible, smallest, lineHeight })
}

function viewOf({ words, direction, isRightToLeft, fonts, tokens, headline }: StoryCard, rules: SizeRules, ground: Ground, { lines, size }: FittedHeadline): CardView {
  const { kind, label, credit, headline: _, ...others } = words
  const manner = mannerOf(kind)
  // Arabic and Hebrew letters are smaller in their em than Latin ones.
  const shape = isRightToLeft ? { ...rules, scale: rules.scale * 1.15 } : rules
  return {
    ...others,
    shape, direction, ground, manner,
    colours: cardColours(tokens, ground, manner, kind),
    fonts: { headline: headline.fontFamily, furniture: fonts.sans, masthead: manner === 'paid' ? fonts.sans : fonts.serif },
    headline: { lines, size, lineHeight: Math.round(size * headline.lineHeight), letterSpacing: headline.letterSpacing * size },
    ...(kind && label ? { label: labelOf(kind, label) } : {}),
    ...(ground === 'photo' && credit ? { credit } : {}),
  }
}

function labelOf(kind: Label['kind'], text: string): Label {
  return { kind, text }
}
