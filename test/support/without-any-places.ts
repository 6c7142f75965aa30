/** A copy of a story in which nothing tells where it stands: no position of a node, no place of a key. */
export function withoutAnyPlaces<T>(value: T): T {
  if (Array.isArray(value)) return value.map(withoutAnyPlaces) as T
  if (typeof value !== 'object' || value === null) return value
  const kept = Object.entries(value).filter(([key]) => key !== 'position')
  return Object.fromEntries(kept.map(([key, of]) => [key, key === 'places' ? {} : withoutAnyPlaces(of)])) as T
}
