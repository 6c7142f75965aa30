import type { Browser, CDPSession, Protocol } from 'puppeteer-core'
import type { PrintedPage, PrintJob } from './print-job.ts'
import { memoryOrigin, type MemoryFile, type MemoryFiles } from './serve-from-memory.ts'

/** A tab of a browser. It prints one document after the other, never two at once; one that failed once is not to be used again. */
export interface Tab {
  /** Load a document from memory and print it. Throws if the tab dies, or loses what it was given. Takes as long as it takes. */
  print(job: Pick<PrintJob, 'html' | 'files'>): Promise<PrintedPage>
}

/**
 * Open a tab. It speaks the browser's protocol without a page of puppeteer's, which would follow every request and frame of a document; and
 * it is used again, because a new one for each document needs a new process and loses the fonts that the last one has unpacked.
 */
export async function openTab(browser: Browser): Promise<Tab> {
  const session = await attachToNewTab(browser)
  const gone = whenGone(session, browser)
  await Promise.all([
    session.send('Inspector.enable'),
    session.send('Emulation.setScriptExecutionDisabled', { value: true }),
    session.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }),
    session.send('Page.enable'),
    // Only to hear of what was lost; what has arrived need not be kept for us.
    session.send('Network.enable', { maxTotalBufferSize: 0, maxResourceBufferSize: 0 }),
    session.send('Page.setLifecycleEventsEnabled', { enabled: true }),
  ])
  let printed = 0
  const print = async (job: Pick<PrintJob, 'html' | 'files'>): Promise<PrintedPage> => {
    if (printed > 0 && printed % documentsKept === 0) await forgetDocuments(session)
    printed += 1
    return printOn(session, job)
  }
  return { print: (job) => Promise.race([print(job), gone]) }
}

// Some 3 MB each; to look for what can be forgotten takes 35 ms, however many there are.
const documentsKept = 20

/** A page without scripts makes nothing that V8 would look through its heap for, so that a tab keeps each document that it has printed. */
async function forgetDocuments(session: CDPSession): Promise<void> {
  await session.send('HeapProfiler.collectGarbage')
}

async function attachToNewTab(browser: Browser): Promise<CDPSession> {
  const root = await browser.target().createCDPSession()
  const { targetId } = await root.send('Target.createTarget', { url: 'about:blank' })
  const { sessionId } = await root.send('Target.attachToTarget', { targetId, flatten: true })
  const session = root.connection()?.session(sessionId)
  if (!session) throw new Error('The browser ended while a tab was opened.')
  return session
}

/** Rejects when nothing that is asked of the tab will be answered any more. */
function whenGone(session: CDPSession, browser: Browser): Promise<never> {
  const gone = new Promise<never>((_resolve, reject) => {
    session.once('Inspector.targetCrashed', () => reject(new Error('The page crashed.')))
    browser.once('disconnected', () => reject(new Error('The browser ended.')))
  })
  // It is only told to those who wait for something.
  gone.catch(() => {})
  return gone
}

// What a sheet is that names no paper: no margins, like a page of puppeteer's.
const sheet = { preferCSSPageSize: true, marginTop: 0, marginBottom: 0, marginLeft: 0, marginRight: 0 }

async function printOn(session: CDPSession, { html, files }: Pick<PrintJob, 'html' | 'files'>): Promise<PrintedPage> {
  const document = { bytes: Buffer.from(html), mediaType: 'text/html; charset=utf-8' }
  const refused: string[] = []
  const lost: string[] = []
  const onRequest = (asked: Protocol.Fetch.RequestPausedEvent) => {
    // A tab that dies while it loads takes its requests with it.
    answer(session, asked, async (path) => (path === '/' ? document : files(path)), refused).catch(() => {})
  }
  // A browser whose process for the network has ended starts another one, and shows the page without what was on its way.
  const onFailure = ({ blockedReason, errorText }: Protocol.Network.LoadingFailedEvent) => void (blockedReason === undefined && lost.push(errorText))
  session.on('Fetch.requestPaused', onRequest)
  session.on('Network.loadingFailed', onFailure)
  try {
    await load(session)
    // A busy machine lays the page out after it was loaded, and asks for a font only then; printed without it, the page would have another one.
    await session.send('Runtime.evaluate', { expression: 'document.fonts.ready', awaitPromise: true })
    const { data } = await session.send('Page.printToPDF', { ...sheet, printBackground: true, generateTaggedPDF: true, generateDocumentOutline: true })
    if (lost.length > 0) throw new Error(`The browser lost what the page had asked for: ${lost.join(', ')}.`)
    return { pdf: new Uint8Array(Buffer.from(data, 'base64')), refused }
  } finally {
    session.off('Fetch.requestPaused', onRequest)
    session.off('Network.loadingFailed', onFailure)
  }
}

/** Go to the document at `/` and wait until all that it asks for is there, fonts too. */
function load(session: CDPSession): Promise<void> {
  return new Promise((resolve, reject) => {
    const loaded = new Set<string>()
    let own: string | undefined
    const settle = () => {
      if (own === undefined || !loaded.has(own)) return
      session.off('Page.lifecycleEvent', onEvent)
      resolve()
    }
    const onEvent = ({ name, loaderId }: Protocol.Page.LifecycleEventEvent) => {
      if (name === 'load') loaded.add(loaderId)
      settle()
    }
    session.on('Page.lifecycleEvent', onEvent)
    session.send('Page.navigate', { url: `${memoryOrigin}/` }).then(({ loaderId, errorText }) => {
      if (errorText) reject(new Error(`The browser could not load the page: ${errorText}.`))
      own = loaderId
      settle()
    }, reject)
  })
}

async function answer(session: CDPSession, { requestId, request }: Protocol.Fetch.RequestPausedEvent, files: MemoryFiles, refused: string[]): Promise<void> {
  const url = new URL(request.url)
  const file = url.origin === memoryOrigin && request.method === 'GET' ? await files(decodeURIComponent(url.pathname)) : undefined
  if (file) {
    await session.send('Fetch.fulfillRequest', { requestId, responseCode: 200, responseHeaders: headersOf(file), body: Buffer.from(file.bytes).toString('base64') })
    return
  }
  refused.push(request.url)
  await session.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' })
}

function headersOf({ mediaType, isForAll }: MemoryFile): Protocol.Fetch.HeaderEntry[] {
  return [
    { name: 'content-type', value: mediaType },
    // Fonts are asked for in CORS mode even by their own origin.
    { name: 'access-control-allow-origin', value: '*' },
    { name: 'cache-control', value: isForAll ? 'max-age=31536000, immutable' : 'no-store' },
  ]
}
