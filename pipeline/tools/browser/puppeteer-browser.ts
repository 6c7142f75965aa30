import { existsSync, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import type { FoundBrowser } from './found-browser.ts'

const kinds = ['chrome-headless-shell', 'chrome']
const programs = [
  'chrome-headless-shell',
  'chrome-headless-shell.exe',
  'chrome',
  'chrome.exe',
  'Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
]

/**
 * The newest browser that `npx puppeteer browsers install` left in puppeteer's cache; the headless shell first, which
 * prints in little more than half the time. Layout of the cache: `<kind>/<platform>-<version>/<kind>-<platform>/`.
 */
export function puppeteerBrowser(cache = cacheFolder()): FoundBrowser | undefined {
  for (const kind of kinds) {
    for (const build of folders(join(cache, kind)).sort(newestFirst)) {
      const program = programIn(join(cache, kind, build))
      if (program) return { origin: 'puppeteer', version: versionOf(build), unpack: async () => ({ program }) }
    }
  }
  return undefined
}

function cacheFolder(): string {
  return process.env['PUPPETEER_CACHE_DIR'] ?? join(home(), '.cache', 'puppeteer')
}

// Throws where HOME is not set and the user has no entry in the system's list.
function home(): string {
  try {
    return homedir()
  } catch {
    return '/nonexistent'
  }
}

function programIn(build: string): string | undefined {
  const paths = folders(build).flatMap((folder) => programs.map((program) => join(build, folder, program)))
  return paths.find(existsSync)
}

function folders(path: string): string[] {
  return existsSync(path) ? readdirSync(path).sort() : []
}

function versionOf(build: string): string {
  return build.slice(build.lastIndexOf('-') + 1)
}

function newestFirst(a: string, b: string): number {
  return versionOf(b).localeCompare(versionOf(a), 'en', { numeric: true })
}
