import { copyFile, cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { galley, type Finished } from '../support/run-galley.ts'
import { blocksOf } from '../support/guide.ts'

const home = join(import.meta.dirname, '../..')
const blocks = blocksOf(await readFile(join(home, 'docs/editors.md'), 'utf8'))
const markdown = blocks.filter(({ language }) => language === 'markdown')
const stories = markdown.filter(({ text }) => text.startsWith('---'))
const [whole, wrong] = stories.map(({ text }) => text)
const printed = blocks.find(({ language }) => language === 'text')?.text ?? ''
const head = blocks.filter(({ language }) => language === 'yaml')

/** Examples by the slug that they are published under: the whole story, each body, each piece of front matter in the whole story. */
const examples = new Map<string, string>([
  ['footbridge-shut', whole ?? ''],
  ...markdown.filter(({ text }) => !text.startsWith('---')).map(({ text, line }): [string, string] => [`line-${line}`, (whole ?? '').replace(/(\n---\n)[^]*$/, `$1${text}`)]),
  ...head.map(({ text, line }): [string, string] => [`line-${line}`, (whole ?? '').replace(/\n---\n/, `\n${text}---\n`)]),
])
const isHeld = (text: string): boolean => /^(status|embargo):/m.test(text)

/** The Harbour Post with the examples of the guide, and the pictures that they say are there. */
async function writeExamples(folder: string): Promise<void> {
  await cp(join(home, 'source'), join(folder, 'source'), { recursive: true })
  // A rule of the newspaper’s own imports a package.
  await symlink(join(home, 'node_modules'), join(folder, 'node_modules'))
  for (const [slug, text] of examples) {
    await writeFile(join(folder, `source/articles/city/${slug}.md`), text)
    for (const [picture] of text.matchAll(/[\w-]+\.jpg/g)) await copyFile(join(home, 'source/media/ferry-in-fog.jpg'), join(folder, 'source/articles/city', picture))
  }
}

describe('docs/editors.md', () => {
  let folder: string
  let outcome: { exitCode: number; diagnostics: { severity: string; file: string; rule: string; reason: string }[] }
  let published: string[]
  const run = (...words: string[]): Promise<Finished> => galley(words, { cwd: folder })

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'galley-editors-'))
    await writeExamples(folder)
    const { stdout } = await run('publish', '--json', '--formats', 'html', '--only', [...examples.keys()].join(','), '--now', '2026-11-23T12:00:00Z')
    outcome = JSON.parse(stdout)
    const manifest = JSON.parse(await readFile(join(folder, 'dist/manifest.json'), 'utf8')) as { stories: { slug: string }[] }
    published = manifest.stories.map(({ slug }) => slug)
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  it('has stories, bodies and front matter to be tried', () => {
    expect([stories.length, markdown.length, head.length]).toEqual([2, 4, 7])
  })

  it.each([...examples])('%s is published, or held, without an error or a warning', (slug, text) => {
    expect(outcome.diagnostics.filter(({ file, severity }) => file.endsWith(`/${slug}.md`) && severity !== 'info')).toEqual([])
    expect(published.includes(slug)).toBe(!isHeld(text))
  })

  it('shows what is said of a story that is wrong', async () => {
    await writeFile(join(folder, 'source/articles/city/footbridge-shut.md'), wrong ?? '')
    const { code, stdout } = await run('check', '--only', 'footbridge-shut')
    expect(code).toBe(1)
    expect(stdout.split('\n')).toEqual(expect.arrayContaining(printed.trim().split('\n')))
  })
})
