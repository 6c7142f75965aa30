import { defaultLimits, sizeInWords } from '../ast/limits.ts'
import { formed, key, type FormedReader } from '../yaml/described.ts'
import { type Desk, placeOf } from '../yaml/desk.ts'
import { keysOf } from '../yaml/keys-of.ts'
import { lastKey, readWord } from '../yaml/readers.ts'
import type { Written } from '../yaml/written.ts'

const units: Readonly<Record<string, number>> = { B: 1, kB: 1000, MB: 1_000_000, GB: 1_000_000_000 }

/** Bytes with their unit. */
const size = limit('a size, as `2 MB`', /^(\d{1,6}(?:\.\d{1,3})?) ?(B|kB|MB|GB)$/, ([, number = '', unit = '']) => Math.round(Number(number) * (units[unit] ?? 0)))
/** A whole number. */
const count = limit('a whole number above 0', /^\d{1,10}$/, ([number]) => Number(number))

/** How much there may be of what authors bring. */
export const limits = keysOf({
  story: key('The size of a story’s file.', size, { unwritten: sizeInWords(defaultLimits.story) }),
  frontMatter: key('The size of its front matter.', size, { unwritten: sizeInWords(defaultLimits.frontMatter) }),
  nodes: key('Paragraphs, words in italics, cells of tables and so on in a story.', count, { unwritten: String(defaultLimits.nodes) }),
  photo: key('The size of a photo.', size, { unwritten: sizeInWords(defaultLimits.photo) }),
  drawing: key('The size of an SVG, which readers download as it is.', size, { unwritten: sizeInWords(defaultLimits.drawing) }),
  pixels: key('Pixels of a picture, width times height.', count, { unwritten: String(defaultLimits.pixels) }),
  pages: key('Pages of a PDF.', count, { unwritten: String(defaultLimits.pages) }),
  file: key('The size of any file that is made of a story.', size, { unwritten: sizeInWords(defaultLimits.file) }),
  seconds: key('Seconds in which one format of a story must be drawn.', count, { unwritten: String(defaultLimits.seconds) }),
})

function limit(words: string, form: RegExp, value: (match: RegExpExecArray) => number): FormedReader<number> {
  return formed(words, (written: Written, path: string, desk: Desk) => {
    const word = readWord(written, path, desk, `${lastKey(path)}: 1000`)
    if (word === undefined) return undefined
    const match = form.exec(word.value)
    const found = match === null ? 0 : value(match)
    if (found > 0) return found
    desk.report('unreadable-limit', placeOf(written, desk), { key: path, found: word.value, expected: words })
    return undefined
  })
}
