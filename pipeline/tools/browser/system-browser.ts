import { join } from 'node:path'
import { fileVersion } from './file-version.ts'
import type { FoundBrowser } from './found-browser.ts'

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge']
const elsewhere: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap((root) =>
    ['Google/Chrome', 'Microsoft/Edge'].map((product) =>
      join(process.env[root] ?? 'C:/', product, 'Application', product.endsWith('Edge') ? 'msedge.exe' : 'chrome.exe'),
    ),
  ),
}

/** The Chromium, Chrome or Edge that the system has installed. */
export function systemBrowser(): FoundBrowser | undefined {
  for (const program of elsewhere[process.platform] ?? inPath()) {
    const version = fileVersion(program)
    if (version) return { origin: 'system', version, unpack: async () => ({ program }) }
  }
  return undefined
}

function inPath(): string[] {
  const folders = (process.env['PATH'] ?? '').split(':').filter(Boolean)
  return names.flatMap((name) => folders.map((folder) => join(folder, name)))
}
