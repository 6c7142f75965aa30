import { execFile, type ChildProcess } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Browser } from 'puppeteer-core'
import { environmentWith } from '../environment.ts'
import { makeTemporaryFolder } from '../temporary-folders.ts'
import { browserEnvironment } from './browser-environment.ts'
import { fontsConf, systemFontFolders } from './fonts-conf.ts'
import type { BrowserFiles } from './found-browser.ts'
import { withDeadline } from './with-deadline.ts'

/** Whether a browser keeps its pages in a sandbox; else why not: Chromium has none for `root`, or the system has `refused` one. */
export type Sandbox = 'on' | 'root' | 'refused'

/** A running browser with a profile of its own. */
export interface LaunchedBrowser {
  browser: Browser
  sandbox: Sandbox
  /** End it, whatever it is doing, and remove its profile. Never throws. */
  kill(): Promise<void>
}

// Nothing but what is answered from memory can be reached: no name resolves, also no number (127.0.0.1), no service of the maker's and no proxy of the
// system's is asked.
const safeArguments = [
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-dev-shm-usage',
  '--disable-domain-reliability',
  '--disable-extensions',
  '--disable-features=BackForwardCache',
  '--disable-gpu',
  '--disable-sync',
  '--disable-threaded-compositing',
  '--font-render-hinting=none',
  // WebRTC sends datagrams to numbers without asking for a name.
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--force-color-profile=srgb',
  '--lang=en-US',
  '--no-default-browser-check',
  '--no-first-run',
  '--no-pings',
  '--no-proxy-server',
  '--password-store=basic',
]

/**
 * Start a browser: sandboxed where the system allows it, with the bundled libraries only where the machine has none of
 * its own. Throws what the last attempt said, where it is not ready after so many seconds, and where the signal is aborted before; it is then ended.
 */
export async function launchBrowser(files: BrowserFiles, signal: AbortSignal, patience = 30): Promise<LaunchedBrowser> {
  const libraries = await librariesFor(files)
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0
  if (isRoot) return launch(files, { sandbox: 'root', libraries, patience }, signal)
  // Why a browser did not start is not told through a pipe, so every failure is answered by leaving the sandbox off.
  return launch(files, { sandbox: 'on', libraries, patience }, signal).catch(() => launch(files, { sandbox: 'refused', libraries, patience }, signal))
}

/** Bytes: a profile has three million, and what tabs share of large pictures comes on top. */
const roomForProfile = 16_000_000

interface Way {
  sandbox: Sandbox
  libraries: string | undefined
  patience: number
}

/** The bundled libraries, if the program cannot be loaded without them. */
async function librariesFor({ program, libraries }: BrowserFiles): Promise<string | undefined> {
  if (libraries === undefined) return undefined
  const load = promisify(execFile)(program, ['--version'], { env: environmentWith([]), timeout: 10_000 })
  return load.then(() => undefined, (error: unknown) => (String(error).includes('shared libraries') ? libraries : undefined))
}

async function launch(files: BrowserFiles, way: Way, signal: AbortSignal): Promise<LaunchedBrowser> {
  const { default: puppeteer } = await import('puppeteer-core')
  signal.throwIfAborted()
  const { path: profile, remove } = makeTemporaryFolder('browser', roomForProfile)
  const late = new AbortController()
  try {
    // It has a limit of its own, and yet waits for ever where the program ends just as its first tab is told of.
    const browser = await withDeadline(puppeteer.launch({
      executablePath: files.program,
      headless: 'shell',
      // A pipe opens no port, and a browser whose pipe is closed ends itself: none outlives us.
      pipe: true,
      userDataDir: join(profile, 'profile'),
      env: browserEnvironment(profile, await writeFontsConf(files, profile), way.libraries),
      args: way.sandbox === 'on' ? safeArguments : [...safeArguments, '--no-sandbox'],
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      signal: AbortSignal.any([signal, late.signal]),
      timeout: way.patience * 1000,
      protocolTimeout: 600_000,
    }), way.patience, signal)
    // A program that is ended resets its pipes; without a listener that would end this process too.
    const program = browser.process()
    for (const pipe of program?.stdio ?? []) pipe?.on('error', () => {})
    // At once: later its number may be that of another browser, which would be ended in its place.
    if (program && process.platform !== 'win32') program.once('exit', () => killGroup(program))
    return { browser, sandbox: way.sandbox, kill: () => kill(browser).then(remove) }
  } catch (error) {
    late.abort(error)
    remove()
    throw error
  }
}

async function writeFontsConf(files: BrowserFiles, profile: string): Promise<string> {
  const path = join(profile, 'fonts.conf')
  await writeFile(path, fontsConf([...(files.fonts ? [files.fonts] : []), ...systemFontFolders], join(profile, 'fontconfig')))
  return path
}

async function kill(browser: Browser): Promise<void> {
  const program = browser.process()
  const isRunning = program !== null && program.exitCode === null && program.signalCode === null
  const ended = isRunning ? new Promise<void>((resolve) => void program.once('exit', () => resolve())) : undefined
  if (isRunning) killGroup(program)
  await browser.disconnect().catch(() => {})
  await ended
}

/** It leads a group of its own: what it has started is ended with it, also where that hangs and would not see it go. */
function killGroup(program: ChildProcess): void {
  if (program.pid === undefined) return
  try {
    process.kill(process.platform === 'win32' ? program.pid : -program.pid, 'SIGKILL')
  } catch {
    // It has ended by itself.
  }
}
