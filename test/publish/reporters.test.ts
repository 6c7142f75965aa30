import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { Outcome } from '../../pipeline/contract/outcome.ts'
import { galley } from '../support/run-galley.ts'
import { foundNewspaper, story, type SmallNewspaper } from '../support/small-newspaper.ts'

const open: SmallNewspaper[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((paper) => paper.close()))
})

/** A newspaper with one story that is well, and one that is not. */
async function found(): Promise<SmallNewspaper> {
  const paper = await foundNewspaper({ ferry: story('Ferry stays in port'), gale: story('Gale closes the bar', 'lead: { src: no.jpg, alt: None. }\n'), merger: story('Merger', 'embargo: { until: 2026-12-01T06:00:00Z }\n') })
  open.push(paper)
  return paper
}

/** As a CI would: from the root of the repository. In one format, because what is reported does not depend on it. */
function publish({ folder }: SmallNewspaper, words: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const formats = words.includes('--formats') ? [] : ['--formats', 'json']
  return galley(['publish', '--now', '2026-11-23T12:00:00Z', ...formats, ...words], { cwd: folder, env: { GITHUB_STEP_SUMMARY: '', ...env } })
}

const annotation = /^::error file=source\/articles\/gale\.md,line=6,col=\d+,title=missing-media::/m

describe('a publish with --reporter github', () => {
  it('annotates on standard output, then tells people what it always does', async () => {
    const { code, stdout } = await publish(await found(), ['--reporter', 'github'])
    expect(code).toBe(1)
    expect(stdout).toMatch(annotation)
    expect(stdout).toContain('1 story published')
  })

  it('keeps the runner from hearing commands in what is for people', async () => {
    const { stdout } = await publish(await found(), ['--reporter', 'github'])
    const [, token = ''] = /^::stop-commands::(.+)$/m.exec(stdout) ?? []
    expect(token).not.toBe('')
    expect(stdout.indexOf(`::${token}::`)).toBeGreaterThan(stdout.indexOf('1 story published'))
  })

  it('adds the summary to the page of the job, and to no file where there is none', async () => {
    const paper = await found()
    const page = join(paper.folder, 'page.md')
    await writeFile(page, 'An earlier step.\n')
    await publish(paper, ['--reporter', 'github'], { GITHUB_STEP_SUMMARY: page })
    const text = await readFile(page, 'utf8')
    expect(text).toMatch(/^An earlier step\.\n## /)
    expect(text).toContain('source/articles/gale.md:6:')
    expect(text).toContain('2026-12-01T06:00:00.000Z')
    expect(text.toLowerCase()).not.toContain('merger')
  })

  it('leaves standard output to --json, and annotates on the other', async () => {
    const { stdout, stderr } = await publish(await found(), ['--reporter', 'github', '--json'])
    expect((JSON.parse(stdout) as Outcome).exitCode).toBe(1)
    expect(stderr).toMatch(annotation)
  })
})

describe('a publish with a reporter that writes a file', () => {
  it('writes each one under its usual name, and tells people what it always does', async () => {
    const paper = await found()
    const { code, stdout } = await publish(paper, ['--reporter', 'gitlab,junit', '--reporter', 'sarif'])
    const [gitlab = '', junit = '', sarif = ''] = await Promise.all(['gl-code-quality-report.json', 'junit.xml', 'galley.sarif'].map((name) => readFile(join(paper.folder, name), 'utf8')))
    expect(code).toBe(1)
    expect(stdout).toContain('1 story published')
    expect(JSON.parse(gitlab)).toMatchObject([{ check_name: 'missing-media', location: { path: 'source/articles/gale.md', lines: { begin: 6 } } }])
    expect(junit).toContain('<testsuite name="source" tests="3" failures="1"')
    expect(junit).not.toContain('merger')
    expect(JSON.parse(sarif)).toMatchObject({ runs: [{ results: [{ ruleId: 'missing-media' }] }] })
  })

  it('writes one under the name that --report-file gives', async () => {
    const paper = await found()
    await publish(paper, ['--reporter', 'junit', '--report-file', 'reports/galley.xml'])
    expect(await readFile(join(paper.folder, 'reports/galley.xml'), 'utf8')).toContain('<testcase classname="stories" name="ferry"')
    expect(existsSync(join(paper.folder, 'junit.xml'))).toBe(false)
  })

  it('writes it, too, where nothing could be published', async () => {
    const paper = await found()
    expect((await publish(paper, ['--reporter', 'gitlab', '--formats', 'pfd'])).code).toBe(2)
    expect(JSON.parse(await readFile(join(paper.folder, 'gl-code-quality-report.json'), 'utf8'))).toMatchObject([{ check_name: 'unknown-format', severity: 'blocker' }])
  })

  it('writes the same bytes again', async () => {
    const [one, other] = [await found(), await found()]
    const words = ['--reporter', 'gitlab,junit,sarif']
    await Promise.all([publish(one, words), publish(other, [...words, '--jobs', '1'])])
    for (const name of ['gl-code-quality-report.json', 'junit.xml', 'galley.sarif']) expect(await readFile(join(other.folder, name), 'utf8')).toBe(await readFile(join(one.folder, name), 'utf8'))
  })
})

describe('a publish whose report cannot be', () => {
  it.each([
    ['a reporter that there is not', ['--reporter', 'gihub'], 'Did you mean "github"?'],
    ['a file without a report', ['--report-file', 'junit.xml'], '--report-file names the file of one report'],
    ['a file for lines of the log', ['--reporter', 'github', '--report-file', 'x'], '--report-file names the file of one report'],
    ['one file for two reports', ['--reporter', 'gitlab,junit', '--report-file', 'x'], 'asks for 2'],
    ['a report among what is published', ['--reporter', 'junit', '--report-file', 'dist/junit.xml'], 'cannot be written to dist/junit.xml'],
  ])('touches nothing: %s', async (_what, words, said) => {
    const paper = await found()
    const { code, stdout, stderr } = await publish(paper, words)
    expect(code).toBe(2)
    expect(stdout + stderr).toContain(said)
    expect(await paper.published()).toEqual({})
  })
})
