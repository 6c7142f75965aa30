import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { FoundBrowser } from './found-browser.ts'
import { unpackOnce } from './unpack-once.ts'

// What its program names as its loader: without it (musl) nothing in the package can start.
const glibcLoader = '/lib64/ld-linux-x86-64.so.2'

/**
 * The Chromium that `npm ci` brought: a package that ships the headless shell, the libraries that a bare machine lacks
 * and a font, compressed. Linux with glibc on x64 only, for nothing else is in the package.
 */
export function bundledBrowser(): FoundBrowser | undefined {
  if (process.platform !== 'linux' || process.arch !== 'x64' || !existsSync(glibcLoader)) return undefined
  const root = packageRoot()
  if (!root || !existsSync(join(root, 'bin', 'chromium.br'))) return undefined
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  return { origin: 'bundled', version, unpack: async () => filesIn(await unpackOnce(root, version)) }
}

function filesIn(folder: string) {
  return { program: join(folder, 'chromium'), libraries: join(folder, 'al2023', 'lib'), fonts: join(folder, 'fonts') }
}

// The package exports its entry only, not its package.json, so its root is cut out of the entry's path.
function packageRoot(): string | undefined {
  try {
    const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium')
    return entry.slice(0, entry.lastIndexOf('build') - 1)
  } catch {
    return undefined
  }
}
