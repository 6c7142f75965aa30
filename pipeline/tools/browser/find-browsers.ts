import { bundledBrowser } from './bundled-browser.ts'
import type { FoundBrowser } from './found-browser.ts'
import { fileVersion } from './file-version.ts'
import { puppeteerBrowser } from './puppeteer-browser.ts'
import { systemBrowser } from './system-browser.ts'

/**
 * The browsers of this machine, best first: a path that someone named (which then is the only one), puppeteer's own
 * cache, the one that `npm ci` brought, the system's. Nothing is started and nothing unpacked. A named path that does
 * not exist gives an empty list.
 */
export function findBrowsers(namedPath = process.env['PUPPETEER_EXECUTABLE_PATH']): FoundBrowser[] {
  if (namedPath) return namedBrowser(namedPath)
  return [puppeteerBrowser(), bundledBrowser(), systemBrowser()].filter((browser) => browser !== undefined)
}

function namedBrowser(program: string): FoundBrowser[] {
  const version = fileVersion(program)
  return version ? [{ origin: 'named', version, unpack: async () => ({ program }) }] : []
}
