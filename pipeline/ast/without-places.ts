/**
 * A copy of any plain value without what only tells where it stood in its file: `position` of nodes and `places` of
 * metadata. Two articles that are equal without places give equal outputs.
 */
export function withoutPlaces<T>(value: T): T {
  if (Array.isArray(value)) return value.map(withoutPlaces) as T
  if (value === null || typeof value !== 'object') return value
  const kept = Object.entries(value).filter(([key, of]) => of !== undefined && key !== 'position' && key !== 'places')
  return Object.fromEntries(kept.map(([key, of]) => [key, withoutPlaces(of)])) as T
}
