/** What readers call the kinds of feeds, by media type. */
export const feedNames: ReadonlyMap<string, string> = new Map([
  ['application/rss+xml', 'RSS'],
  ['application/atom+xml', 'Atom'],
  ['application/feed+json', 'JSON Feed'],
])
