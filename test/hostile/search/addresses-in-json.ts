import { activeAddress } from './active-address.ts'

const addressed = /^(?:url|href|canonical|.*_url|@id|sameAs|contentUrl|mainEntityOfPage|icon)$/

/** The addresses in a value of JSON that are not inert; keys tell which texts are addresses. */
export function addressesInJson(value: unknown, key = ''): string[] {
  if (typeof value === 'object' && value !== null) return Object.entries(value).flatMap(([name, below]) => addressesInJson(below, Array.isArray(value) ? key : name))
  const active = typeof value === 'string' && addressed.test(key) ? activeAddress(value) : undefined
  return active === undefined ? [] : [`${key}: ${active}`]
}
