/** A browser on this machine, not started yet. */
export interface FoundBrowser {
  /**
   * Who brought it: the person who named its path, puppeteer's own cache, the npm package that ships Chromium, or the
   * system.
   */
  origin: 'named' | 'puppeteer' | 'bundled' | 'system'
  /** What tells it from another build, read from files: `147.0.0`. */
  version: string
  /** The program; the bundled one is unpacked by this call, at most once a machine. */
  unpack(): Promise<BrowserFiles>
}

/** A browser that can be started. */
export interface BrowserFiles {
  program: string
  /** Folder of NSS and other libraries, for a machine that has none. */
  libraries?: string
  /** Folder of fonts that came with it. */
  fonts?: string
}

/** One line for people and cache keys: `Chromium 147.0.0 (bundled)`. Holds no path. */
export function browserName(browser: Pick<FoundBrowser, 'origin' | 'version'>): string {
  return `Chromium ${browser.version} (${browser.origin})`
}
