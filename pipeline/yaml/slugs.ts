const pattern = /^[\p{L}\p{N}]+(-[\p{L}\p{N}]+)*$/u
const reserved = new Set(['assets', 'amp', 'private', '404'])
/** A slug is a file name with something behind it; file systems stop at 255 bytes. */
const longest = 200
const encoder = new TextEncoder()

/** What keeps a text from being a slug or a section's id; nothing where it can be one. */
export function slugProblem(text: string): 'invalid' | 'reserved' | undefined {
  const isSound = pattern.test(text) && text === text.normalize('NFC') && text === text.toLowerCase() && encoder.encode(text).length <= longest
  return isSound ? (reserved.has(text) ? 'reserved' : undefined) : 'invalid'
}

/** The nearest slug to a text; nothing where none can be made of it. */
export function suggestSlug(text: string): string | undefined {
  const words = text.normalize('NFC').toLowerCase().replace(/['’]/g, '').match(/[\p{L}\p{N}]+/gu) ?? []
  const slug = words.join('-').slice(0, 100).replace(/-+$/, '')
  return slugProblem(slug) === undefined ? slug : undefined
}
