import { activeInFragment } from './active-html.ts'
import { addressesInJson } from './addresses-in-json.ts'

/** What is active in a file of JSON: addresses, and the markup that a feed has in it. */
export function activeInJson(value: unknown): string[] {
  return [...addressesInJson(value), ...markupIn(value)]
}

function markupIn(value: unknown, key = ''): string[] {
  if (typeof value === 'object' && value !== null) return Object.entries(value).flatMap(([name, below]) => markupIn(below, name))
  return typeof value === 'string' && /^(?:content_)?html$/.test(key) ? activeInFragment(value).map((what) => `${key}: ${what}`) : []
}
