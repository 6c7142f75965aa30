import type { Commercial, Tone } from '../ast/article.ts'
import type { Label } from '../ast/story-view.ts'
import { wordsFor } from './words.ts'

/** What sets a story apart from plain news, in the story's own language; commercial labels win over tones. Nothing, for plain news. */
export function labelOf({ tone, commercial, language }: { tone: Tone; commercial: Commercial; language: string }): Label | undefined {
  const kind = commercial === 'none' ? tone : commercial
  return kind === 'news' ? undefined : { kind, text: wordsFor(language).labels[kind] }
}
