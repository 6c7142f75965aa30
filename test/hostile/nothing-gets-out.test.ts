import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Outcome } from '../../pipeline/contract/outcome.ts'
import { renderers } from '../../pipeline/renderers/index.ts'
import type { Manifest } from '../../pipeline/run/manifest.ts'
import { galley, type Finished } from '../support/run-galley.ts'
import { listenForVisitors, type Visitors } from '../support/watch-network.ts'
import { writeNewspaper } from './hostile-newsroom.ts'
import { storiesThatAsk, type AskingNewspaper } from './stories-that-ask.ts'

let visitors: Visitors
let asking: AskingNewspaper
let paper: Awaited<ReturnType<typeof writeNewspaper>>
let out: string
let temporary: string

beforeAll(async () => {
  visitors = await listenForVisitors()
  asking = storiesThatAsk(visitors)
  paper = await writeNewspaper(asking.files)
  temporary = mkdtempSync(join(tmpdir(), 'galley-out-'))
  out = mkdtempSync(join(tmpdir(), 'galley-published-'))
})
afterAll(async () => {
  await paper?.remove()
  await visitors?.close()
  for (const folder of [temporary, out]) rmSync(folder, { recursive: true })
})

/** Publish with every proxy that an environment can name, and with a temp folder of its own. */
function publish(words: readonly string[], onStart?: (kill: (signal: NodeJS.Signals) => void) => void): Promise<Finished> {
  const proxies = Object.fromEntries(['http_proxy', 'https_proxy', 'HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY', 'all_proxy', 'npm_config_proxy'].map((name) => [name, visitors.url]))
  return galley(['publish', '--json', '--source', paper.folder, ...words], { env: { ...proxies, TMPDIR: temporary }, ...(onStart ? { onStart } : {}) })
}

const outcomeOf = ({ stdout }: Finished): Outcome => JSON.parse(stdout) as Outcome

describe('a publish of stories that ask in every way, in all formats', () => {
  let outcome: Outcome
  beforeAll(async () => {
    outcome = outcomeOf(await publish(['--out', join(out, 'all')]))
  })

  it('visits nobody', () => expect(visitors.visits()).toEqual([]))

  it('draws every format of what may be asked: links for readers, and words', () => {
    const { files, stories } = JSON.parse(readFileSync(join(out, 'all/manifest.json'), 'utf8')) as Manifest
    const formats = new Set(files.map(({ renderer }) => renderer))
    expect(renderers.filter(({ name }) => !formats.has(name)).map(({ name }) => name)).toEqual([])
    const drawn = stories.map(({ slug }) => slug)
    expect(drawn).toEqual(expect.arrayContaining(['links-0', 'links-1', 'links-2', 'video-online', 'audio-online', 'embed-online']))
    expect(asking.published.filter((slug) => drawn.includes(slug)).length).toBeGreaterThan(18)
  })

  it('refuses each story that asks for a file, and says why at its line', () => {
    const rules = new Set(['insecure-media', 'picture-online', 'path-not-plain', 'active-drawing'])
    const told = new Set(outcome.diagnostics.filter(({ severity, rule, line }) => severity === 'error' && rules.has(rule) && line !== undefined).map(({ file }) => file))
    expect(asking.refused.filter((slug) => !told.has(`articles/sea/${slug}.md`))).toEqual([])
    expect(asking.refused.length).toBeGreaterThan(150)
  })

  it('names its browser, and whether that had a sandbox', () => {
    const [{ name, sandbox } = { name: '', sandbox: '' }, ...others] = outcome.browsers
    expect([name.split(' ')[0], others]).toEqual(['Chromium', []])
    expect(process.getuid?.() === 0 ? ['root'] : ['on', 'refused']).toContain(sandbox)
  })

  it('leaves nothing in the temp folder', () => expect(readdirSync(temporary)).toEqual([]))
})

it('the judges of --check full visit nobody either, and leave nothing behind', async () => {
  const { checks } = outcomeOf(await publish(['--out', join(out, 'full'), '--check', 'full', '--only', 'links-0', '--formats', 'html,amp,epub']))
  expect(checks.filter(({ level, verdicts }) => level === 'full' && verdicts['not-checked'] === 0).map(({ name }) => name)).toEqual(expect.arrayContaining(['EPUBCheck', 'DAISY Ace', 'axe-core']))
  expect(visitors.visits()).toEqual([])
  expect(readdirSync(temporary)).toEqual([])
})

it.each(['SIGTERM', 'SIGINT'] as const)('a publish that is ended by %s while its browser runs removes the profile', async (signal) => {
  const hasStarted = (): boolean => readdirSync(temporary).some((name) => existsSync(join(temporary, name, 'profile')))
  let isEnded = false
  const ran = await publish(['--out', join(out, signal), '--formats', 'pdf'], (kill) => {
    const watch = setInterval(() => {
      if (!hasStarted()) return
      clearInterval(watch)
      isEnded = true
      kill(signal)
    }, 20)
  })
  expect([isEnded, ran.code]).toEqual([true, signal === 'SIGTERM' ? 143 : 130])
  expect(readdirSync(temporary)).toEqual([])
})

describe('a publication that asks itself', () => {
  it.each([
    ['its logo', 'logo: ADDRESS/logo.svg', 'picture-online'],
    ['a rule of the house', 'house: [ADDRESS/rule.mjs]', 'invalid-house-file'],
    ['a plug-in', 'retext: [ADDRESS/plugin.mjs]', 'invalid-retext-plugin'],
    ['the browser', 'formats: { pdf: { browser: ADDRESS/chromium } }', 'pdf/no-browser'],
  ])('gets an error, and visits nobody: for %s', async (what, line, rule) => {
    writeFileSync(join(paper.folder, 'publication.yml'), `name: The Harbour Post\nurl: https://harbourpost.example\nlanguage: en-GB\nsections: { sea: Sea, city: City }\n${line.replace('ADDRESS', visitors.url)}\n`)
    const ran = await publish(['--out', join(out, what), '--only', 'two-sentences'])
    expect(outcomeOf(ran).diagnostics.map((said) => said.rule)).toContain(rule)
    expect(visitors.visits()).toEqual([])
  })
})

// The control: what is counted can be reached.
it.each(['127.0.0.1', 'localhost', '[::1]'])('whoever does ask at %s is counted', async (name) => {
  const open = await listenForVisitors()
  const address = open.addresses('http').find((one) => one.includes(name))
  if (address !== undefined) await fetch(`${address}/control`)
  await open.close()
  expect(open.visits()).toEqual(address === undefined ? [] : ['GET /control HTTP/1.1'])
})
