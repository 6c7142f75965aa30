import type { HTTPRequest, Page } from 'puppeteer-core'

/** The host that stands for memory: names under `.invalid` never resolve (RFC 2606). */
export const memoryOrigin = 'https://galley.invalid'

/** A file that a page asks for by its path below the origin, with its media type. */
export interface MemoryFile {
  bytes: Uint8Array
  mediaType: string
  /** Every page gets the same under this path, so that the browser may keep it. */
  isForAll?: true
}

/** The files of one page. The page itself is at `/`. Undefined: there is none. */
export type MemoryFiles = (path: string) => Promise<MemoryFile | undefined>

/**
 * Answer a page's requests from memory, each with these headers, and refuse every other one. Returns the list of refused addresses, which
 * grows while the page loads.
 */
export async function serveFromMemory(page: Page, files: MemoryFiles, headers: Readonly<Record<string, string>> = {}): Promise<readonly string[]> {
  const refused: string[] = []
  await page.setRequestInterception(true)
  page.on('request', (request) => {
    // A page that is closed while it still loads takes its requests with it.
    answer(request, files, headers, refused).catch(() => {})
  })
  return refused
}

async function answer(request: HTTPRequest, files: MemoryFiles, headers: Readonly<Record<string, string>>, refused: string[]): Promise<void> {
  const url = new URL(request.url())
  const file = url.origin === memoryOrigin && request.method() === 'GET' ? await files(decodeURIComponent(url.pathname)) : undefined
  if (!file) {
    refused.push(request.url())
    return request.abort('blockedbyclient')
  }
  // Fonts are asked for in CORS mode even by their own origin.
  return request.respond({
    status: 200,
    contentType: file.mediaType,
    headers: { ...headers, 'access-control-allow-origin': '*' },
    body: file.bytes,
  })
}
