/** An element of AMP's own that shows an embed, and what it must be told. */
export interface EmbedElement {
  name: string
  attributes: Readonly<Record<string, string>>
  /** Shape of the player. */
  width: number
  height: number
}

/** The element for an embed’s address, nothing where AMP has none. The address decides, whatever provider an author named. */
export function embedElement(address: string): EmbedElement | undefined {
  if (!URL.canParse(address)) return undefined
  const url = new URL(address)
  const host = url.hostname.replace(/^(www|m|player)\./, '')
  const wide = { width: 16, height: 9 }
  const film = host === 'vimeo.com' ? /^\/(?:video\/)?(\d+)$/.exec(url.pathname)?.[1] : undefined
  if (film) return { name: 'amp-vimeo', attributes: { 'data-videoid': film }, ...wide }
  const video = youtubeId(host, url)
  return video ? { name: 'amp-youtube', attributes: { 'data-videoid': video }, ...wide } : undefined
}

function youtubeId(host: string, url: URL): string | undefined {
  const isYoutube = host === 'youtube.com' || host === 'youtube-nocookie.com'
  const inPath = isYoutube ? /^\/(?:embed|shorts|live|v)\/([\w-]{11})$/ : /^\/([\w-]{11})$/
  if (!isYoutube && host !== 'youtu.be') return undefined
  const id = inPath.exec(url.pathname)?.[1] ?? (url.pathname === '/watch' ? url.searchParams.get('v') : undefined)
  return id && /^[\w-]{11}$/.test(id) ? id : undefined
}
