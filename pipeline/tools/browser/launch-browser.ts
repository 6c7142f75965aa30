import { rmSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'puppeteer-core'
import { browserEnvironment } from './browser-environment.ts'
import { fontsConf, systemFontFolders } from './fonts-conf.ts'
import type { BrowserFiles } from './found-browser.ts'

/** A running browser with a profile of its own. */
export interface LaunchedBrowser {
  browser: Browser
  /** False where the system allows Chromium no sandbox (root, or user namespaces switched off). */
  sandboxed: boolean
  /** End it, whatever it is doing, and remove its profile. Never throws. */
  kill(): Promise<void>
}

// Nothing but what is answered from memory can be reached: no name resolves, no service of the maker's is asked.
const safeArguments = [
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-dev-shm-usage',
  '--disable-domain-reliability',
  '--disable-extensions',
  '--disable-gpu',
  '--disable-sync',
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
  '--lang=en-US',
  '--no-default-browser-check',
  '--no-first-run',
  '--no-pings',
  '--password-store=basic',
]

/**
 * Start a browser: sandboxed where that works, with the bundled libraries only where the machine has none of its own.
 * Throws what the last attempt said.
 */
export async function launchBrowser(files: BrowserFiles): Promise<LaunchedBrowser> {
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0
  return attempt(files, { sandboxed: !isRoot, withLibraries: false })
}

interface Way {
  sandboxed: boolean
  withLibraries: boolean
}

async function attempt(files: BrowserFiles, way: Way): Promise<LaunchedBrowser> {
  try {
    return await launch(files, way)
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error)
    if (!way.withLibraries && files.libraries && said.includes('shared libraries')) return attempt(files, { ...way, withLibraries: true })
    if (way.sandboxed && /sandbox/i.test(said)) return attempt(files, { ...way, sandboxed: false })
    throw error
  }
}

async function launch(files: BrowserFiles, way: Way): Promise<LaunchedBrowser> {
  const { default: puppeteer } = await import('puppeteer-core')
  const profile = await mkdtemp(join(tmpdir(), 'galley-browser-'))
  const removeProfile = removerOf(profile)
  try {
    const browser = await puppeteer.launch({
      executablePath: files.program,
      headless: 'shell',
      // A pipe opens no port, and a browser whose pipe is closed ends itself: none outlives us.
      pipe: true,
      userDataDir: join(profile, 'profile'),
      env: browserEnvironment(profile, await writeFontsConf(files, profile), way.withLibraries ? files.libraries : undefined),
      args: way.sandboxed ? safeArguments : [...safeArguments, '--no-sandbox'],
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      timeout: 30_000,
      protocolTimeout: 600_000,
    })
    // A program that is ended resets its pipes; without a listener that would end this process too.
    for (const pipe of browser.process()?.stdio ?? []) pipe?.on('error', () => {})
    return { browser, sandboxed: way.sandboxed, kill: () => kill(browser).then(removeProfile) }
  } catch (error) {
    await removeProfile()
    throw error
  }
}

// Also when this process ends without having closed what it opened.
function removerOf(profile: string): () => Promise<void> {
  const atExit = () => rmSync(profile, { recursive: true, force: true })
  process.once('exit', atExit)
  return async () => {
    process.removeListener('exit', atExit)
    await rm(profile, { recursive: true, force: true, maxRetries: 5 }).catch(() => {})
  }
}

async function writeFontsConf(files: BrowserFiles, profile: string): Promise<string> {
  const path = join(profile, 'fonts.conf')
  await writeFile(path, fontsConf([...(files.fonts ? [files.fonts] : []), ...systemFontFolders], join(profile, 'fontconfig')))
  return path
}

async function kill(browser: Browser): Promise<void> {
  const program = browser.process()
  const ended = new Promise<void>((resolve) => {
    if (!program || program.exitCode !== null || program.signalCode !== null) resolve()
    else program.once('exit', () => resolve())
  })
  program?.kill('SIGKILL')
  await browser.disconnect().catch(() => {})
  await ended
}
