import { activeAddress } from './active-address.ts'

const searched = new Map<string, string[]>()

/** What in a stylesheet fetches or runs something: words in strings and comments are only words (CSS Syntax 3, 4.3). */
export function activeInCss(css: string): string[] {
  const found = searched.get(css) ?? search(css)
  searched.set(css, found)
  return found
}

function search(css: string): string[] {
  const bare = css.replace(/\/\*[^]*?\*\/|"(?:[^"\\\n]|\\[^])*"|'(?:[^'\\\n]|\\[^])*'/g, (part) => (part.startsWith('/') ? '' : `"${addressIn(part)}"`))
  const letters = bare.replace(/\\([\da-f]{1,6})\s?/gi, (_, code: string) => String.fromCodePoint(Math.min(Number.parseInt(code, 16), 0x10_FFFF)))
  const words = [...letters.matchAll(/@import\b|expression\s*\(|javascript:|behavior\s*:|-moz-binding/gi)].map(([word]) => `CSS: ${word}`)
  const addresses = [...letters.matchAll(/url\(\s*"?([^")]*)/gi)].flatMap(([, address = '']) => (isNear(address) ? [] : [`CSS: url(${address})`]))
  return [...words, ...addresses]
}

/** Only an address between quotes is kept of a string: prose has spaces or is not behind `url(`. */
function addressIn(string: string): string {
  const inside = string.slice(1, -1)
  return /^\S*$/.test(inside) ? inside.replace(/@import|expression|javascript:(?=\w)/gi, (word) => (word.endsWith(':') ? word : '')) : ''
}

function isNear(address: string): boolean {
  return activeAddress(address) === undefined && !/^https?:/i.test(address.trim())
}
