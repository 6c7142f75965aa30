import { defineRule } from '../rule.ts'

/** What can go wrong with a social card. */
export const cardRules = {
  'card/headline-cut': defineRule<{ size: string; left: string; lines: number }>({
    severity: 'warning',
    scope: 'format',
    isLoss: true,
    losesWords: ({ left }) => ({ words: left }),
    description: 'A headline is so long that even at the smallest legible size it does not fit on a card, and ends in an ellipsis there.',
    reason: ({ size, left, lines }) => `On the card ${size} the headline does not fit into ${lines} lines at the smallest legible size; these words are cut: “${left}”.`,
    hint: () => 'Give a shorter one for cards in headlines.social.',
  }),
  'card/missing-glyph': defineRule<{ letters: string; line: string; words: string }>({
    severity: 'error',
    scope: 'format',
    isLoss: true,
    losesWords: ({ line, words }) => (line === 'headline' ? { words } : {}),
    description: 'Words for a card have letters that none of its fonts has. The card is drawn without that line, never with empty boxes.',
    reason: ({ letters, line }) => `No font of the social cards has the letters “${letters}”, so the ${line} is not on them. The fonts cover Latin, Greek, Cyrillic, Vietnamese, Arabic and Hebrew.`,
    hint: ({ line }) =>
      line === 'headline' ? 'Write headlines.social in letters that the fonts have.' : `Write the ${line} in letters that the fonts have, or leave card out of formats.`,
  }),
  'card/emoji-dropped': defineRule<{ emoji: string; line: string }>({
    severity: 'warning',
    scope: 'format',
    isLoss: true,
    description: 'Emoji look different on every device and are not in the newspaper’s fonts; cards are drawn without them.',
    reason: ({ emoji, line }) => `The ${line} on the social cards is drawn without ${emoji}: no font of the newspaper has emoji.`,
    hint: () => 'Say it in words, or give headlines.social without emoji.',
  }),
  'card/small-photo': defineRule<{ width: number; height: number; size: string; needed: string }>({
    severity: 'warning',
    scope: 'format',
    description: 'The lead picture is much smaller than a card, and looks blurred there.',
    reason: ({ width, height, size, needed }) => `The lead picture is ${width} × ${height} pixels, and is enlarged more than twice for the card ${size} of ${needed}.`,
    hint: () => 'Use a larger picture.',
  }),
  'card/wrong-size': defineRule<{ path: string; found: string; expected: string }>({
    severity: 'error',
    scope: 'story',
    fixed: true,
    description: 'A finished card is not a JPEG picture of the size that was promised to networks and pages.',
    reason: ({ path, found, expected }) => `Expected ${path} to be a JPEG picture of ${expected} pixels, found ${found}.`,
    hint: () => 'Publish again without the cache; if it stays so, report it as a bug of Galley.',
  }),
  'card/too-heavy': defineRule<{ path: string; bytes: number; limit: number }>({
    severity: 'error',
    scope: 'story',
    description: 'A finished card has more bytes than networks accept or readers on phones should wait for.',
    reason: ({ path, bytes, limit }) => `${path} has ${bytes} bytes; at most ${limit} are allowed.`,
    hint: () => 'Use a lead picture with less fine grain.',
  }),
  'card/empty-boxes': defineRule<{ path: string; letters: string }>({
    severity: 'error',
    scope: 'story',
    fixed: true,
    description: 'A finished card has letters that none of its fonts has, so that boxes stand in their place.',
    reason: ({ path, letters }) => `None of the fonts of ${path} has the letters ${letters}.`,
    hint: () => 'Write headlines.social in letters that the fonts have, and report it: such a line should not have been drawn.',
  }),
  'card/without-ink': defineRule<{ path: string; line: string; text: string }>({
    severity: 'error',
    scope: 'story',
    fixed: true,
    description: 'Words that a finished card says it has are not to be seen in its picture.',
    reason: ({ path, line, text }) => `In ${path} nothing stands out where the ${line} “${text}” should be.`,
    hint: () => 'If you changed templates/card or its colours, look there: letters need a contrast of 4.5:1. If not, report it as a bug of Galley.',
  }),
  'card/outside-safe-area': defineRule<{ path: string; line: string; text: string; margin: number }>({
    severity: 'error',
    scope: 'story',
    description: 'Words of a card stand so near to its edge that a network crops or covers them.',
    reason: ({ path, line, text, margin }) => `In ${path} the ${line} “${text}” comes nearer than ${margin} pixels to the edge.`,
    hint: ({ line }) => `Shorten the ${line}.`,
  }),
}
