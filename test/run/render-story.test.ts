import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { defineRenderer, type Renderer } from '../../pipeline/contract/renderer.ts'
import { cutPicture } from '../../pipeline/pictures/cut-picture.ts'
import { json } from '../../pipeline/renderers/json/renderer.ts'
import { openJudges } from '../../pipeline/run/judges.ts'
import { openKeptVerdicts } from '../../pipeline/run/kept-verdicts.ts'
import { openPictureDesk } from '../../pipeline/run/picture-desk.ts'
import { openPlacing } from '../../pipeline/run/place-files.ts'
import { renderStory, type RenderedStory } from '../../pipeline/run/render-story.ts'
import { openStanding } from '../../pipeline/run/standing.ts'
import { takeInHand } from '../../pipeline/run/take-in-hand.ts'
import { openWorkspace, type Workspace } from '../../pipeline/run/workspace.ts'
import { openNewsroom, type TestNewsroom } from '../support/newsroom.ts'

let newsroom: TestNewsroom
let folder: string
let workspace: Workspace
beforeAll(async () => {
  newsroom = await openNewsroom()
  folder = await mkdtemp(join(tmpdir(), 'galley-render-'))
  workspace = await openWorkspace(folder)
})
afterAll(async () => {
  await newsroom.close()
  await rm(folder, { recursive: true, force: true })
})

/** A format beside the others: what `json` does, but for what is said. */
function another(name: string, changes: Partial<Renderer>): Renderer {
  return defineRenderer({
    ...json,
    name,
    title: name.toUpperCase(),
    plan: ({ path }) => [{ path: `${path}/${name}.txt`, mediaType: 'text/plain', rel: name, audience: 'public', holds: 'headline' }],
    render: async ({ path }) => [{ path: `${path}/${name}.txt`, mediaType: 'text/plain', bytes: new Uint8Array([1]) }],
    checks: [],
    text: async () => (await newsroom.article('every-node')).headlines.social,
    addresses: async () => [],
    ...changes,
  })
}

async function render(renderers: readonly Renderer[], wanted = renderers.map(({ name }) => name), signal = new AbortController().signal): Promise<RenderedStory> {
  const { publication, source, files, stories } = newsroom.newsroom
  const formats = renderers.map((renderer) => ({ renderer, options: {} }))
  const story = stories.find(({ slug }) => slug === 'every-node')
  const { hand } = story ? await takeInHand(story, { newsroom: newsroom.newsroom, formats }) : {}
  if (hand === undefined) throw new Error('The story cannot be read.')
  return renderStory(hand, {
    publication,
    source,
    files,
    pictures: openPictureDesk({ workspace, original: noPicture, cut: cutPicture }),
    placing: openPlacing({ workspace, folder }, openStanding(folder, undefined), undefined),
    template: async () => '',
    court: { judges: openJudges(1, signal), kept: openKeptVerdicts(undefined) },
    signal,
    formats,
    offered: new Set(wanted),
    wanted: new Set(wanted),
    onTime: () => undefined,
  })
}

function noPicture({ src: path }: { src: string }): Promise<never> {
  return Promise.reject(new Error(`No picture is asked for here, and ${path} was.`))
}

const rulesOf = ({ diagnostics }: RenderedStory) => diagnostics.map(({ rule, format }) => `${format} ${rule}`)
const pathsOf = ({ files }: RenderedStory) => files.map(({ planned }) => planned.path).toSorted()
const fail = () => Promise.reject(new Error('the ink has run out'))

describe('the formats of one story', () => {
  it('do not fail with one of them: renderer-failed says which, and why', async () => {
    const rendered = await render([another('fax', { render: fail }), another('teletext', {})])
    expect(pathsOf(rendered)).toEqual(['sea/every-node/teletext.txt'])
    expect(rendered.failed).toEqual(['fax'])
    expect(rulesOf(rendered)).toEqual(['fax renderer-failed'])
    expect(rendered.diagnostics[0]?.reason).toContain('the ink has run out')
  })

  it('are called failed where their authority fails, for then nobody has judged them', async () => {
    const rendered = await render([another('fax', { checks: [{ name: 'fax checker', level: 'always', against: 'bytes', version: async () => ({ version: '1' }), judge: fail }] })])
    expect({ paths: pathsOf(rendered), failed: rendered.failed }).toEqual({ paths: [], failed: ['fax'] })
  })

  it('are held to what they have planned', async () => {
    const rendered = await render([another('fax', { render: async () => [] })])
    expect(rendered.failed).toEqual(['fax'])
  })

  it('wait for the formats that they read, which are drawn once', async () => {
    let drawn = 0
    const plate = another('plate', {})
    const plan: Renderer['plan'] = (article, options) => plate.plan(article, options).map((file) => ({ ...file, audience: 'input' }))
    const counted = another('plate', { plan, render: (article, context) => ((drawn += 1), plate.render(article, context)) })
    const reader = (name: string) =>
      another(name, { inputs: ['plate'], render: async ({ path }, { input }) => [{ path: `${path}/${name}.txt`, mediaType: 'text/plain', bytes: input('plate')[0]?.bytes ?? new Uint8Array() }] })
    const rendered = await render([reader('fax'), reader('teletext'), counted], ['fax', 'teletext'])
    expect(drawn).toBe(1)
    expect(await Promise.all(rendered.files.filter(({ format }) => format === 'fax').map(async ({ read }) => [...(await read())]))).toEqual([[1]])
  })

  it('say what they cannot carry, at its place: not-carried', async () => {
    const rendered = await render([another('fax', { nodes: { ...json.nodes, video: 'omit', audio: 'fallback' } })])
    expect(rulesOf(rendered)).toEqual(['fax not-carried', 'fax not-carried'])
    expect(rendered.diagnostics.every(({ line, severity }) => line !== undefined && severity === 'info')).toBe(true)
  })

  it.each([
    ['words are missed, though a format tells that something has another shape in it', 'amp/embed-as-card', { url: 'https://maps.example/lights' }, ['fax amp/embed-as-card', 'fax words-lost']],
    ['words are missed, though a format tells of others that it cannot hold', 'card/headline-cut', { size: 'og', left: 'Carrow light', lines: 3 }, ['fax card/headline-cut', 'fax words-lost']],
    ['words are not missed twice where a format tells that it cannot hold them', 'card/headline-cut', { size: 'og', left: 'The last night of the Carrow light', lines: 3 }, ['fax card/headline-cut']],
  ] as const)('are proved: %s', async (_, rule, facts, told) => {
    const fax = another('fax', { text: async () => 'nothing' })
    const rendered = await render([{ ...fax, render: (article, context) => (context.report(rule, { file: article.source }, facts as never), fax.render(article, context)) }])
    expect(rulesOf(rendered)).toEqual(told)
  })

  it('stop when the run is stopped', async () => {
    const stop = new AbortController()
    const stopping = another('fax', { render: async () => (stop.abort(), fail()) })
    await expect(render([stopping], ['fax'], stop.signal)).rejects.toThrow('aborted')
  })
})
