import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import * as z from 'zod'
import type { Finished } from './support/run-galley.ts'
import { runShell, standIns } from './support/run-shell.ts'
import { checkOutNewspaper, plainStory, type SmallCheckout } from './support/small-checkout.ts'

const folder = join(import.meta.dirname, '../docs/ci')
const text = (name: string): Promise<string> => readFile(join(folder, name), 'utf8')

const Environment = z.record(z.string(), z.string())
const GithubWorkflow = z.object({
  jobs: z.record(z.string(), z.object({ env: Environment.default({}), steps: z.array(z.object({ id: z.string().optional(), run: z.string().optional(), uses: z.string().optional(), if: z.string().optional(), env: Environment.default({}) })) })),
})
const Lines = z.array(z.string())
const GitlabJob = z.object({ script: Lines, before_script: Lines.optional(), after_script: Lines.default([]) })

const github = GithubWorkflow.parse(parse(await text('github-actions.yml')))
const gitlab = z.record(z.string(), z.unknown()).parse(parse(await text('gitlab-ci.yml')))
const gitlabJobs = Object.fromEntries(['check', 'publish', 'schedule'].map((name) => [name, GitlabJob.parse(gitlab[name])]))
const gitlabBefore = z.object({ before_script: Lines }).parse(gitlab['default']).before_script

/** `npm ci` would install what these tests run on already; its line is recognised, and not run again. */
const installs = (line: string): boolean => line === 'npm ci'
const executed = new Set<string>()

const open: SmallCheckout[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((checkout) => checkout.close()))
})

async function checkOut(): Promise<SmallCheckout> {
  const checkout = await checkOutNewspaper()
  open.push(checkout)
  return checkout
}

/** Run the commands of a GitHub job in order, each in a shell of its own; after a failure only those go on that say so. */
async function runGithub(name: string, { folder: cwd }: SmallCheckout, { contexts = {}, env = {} }: { contexts?: Record<string, string>; env?: Record<string, string> }): Promise<Finished[]> {
  const job = github.jobs[name]
  if (job === undefined) throw new Error(`There is no job ${name}.`)
  const filled = (values: Record<string, string>): Record<string, string> => Object.fromEntries(Object.entries(values).map(([key, value]) => [key, value.replaceAll(/\$\{\{\s*(.*?)\s*\}\}/g, (_all, expression: string) => known(contexts, expression))]))
  const files = { GITHUB_STEP_SUMMARY: join(cwd, 'summary.md'), GITHUB_OUTPUT: join(cwd, 'outputs.txt') }
  const finished: Finished[] = []
  for (const step of job.steps) {
    const goesOn = step.if === '${{ !cancelled() }}' || (step.if === undefined && finished.every(({ code }) => code === 0))
    if (step.run === undefined || installs(step.run) || !goesOn) continue
    executed.add(step.run)
    // As GitHub does where no shell is named: bash -e {0}.
    finished.push(await runShell(step.run, { cwd, env: { GITHUB_ACTIONS: 'true', GITHUB_WORKSPACE: cwd, ...files, ...filled(job.env), ...filled(step.env), ...env } }))
  }
  return finished
}

function known(contexts: Readonly<Record<string, string>>, expression: string): string {
  const value = contexts[expression]
  if (value === undefined) throw new Error(`The workflow asks for ${expression}, and the test does not know what GitHub says.`)
  return value
}

/** Run a GitLab job: its lines in one shell that ends at the first failure, and what comes after in another. */
async function runGitlab(name: string, { folder: cwd }: SmallCheckout, variables: Record<string, string>): Promise<{ script: Finished; after?: Finished }> {
  const job = gitlabJobs[name]
  if (job === undefined) throw new Error(`There is no job ${name}.`)
  const run = (lines: readonly string[]): Promise<Finished> => {
    for (const line of lines) executed.add(line)
    return runShell(lines.filter((line) => !installs(line)).join('\n'), { cwd, env: { GITLAB_CI: 'true', CI_PROJECT_DIR: cwd, ...variables }, options: ['-eo', 'pipefail'] })
  }
  const script = await run([...(job.before_script ?? gitlabBefore), ...job.script])
  return { script, ...(job.after_script.length > 0 ? { after: await run(job.after_script) } : {}) }
}

const slugsIn = async (path: string): Promise<string[]> => (JSON.parse(await readFile(path, 'utf8')) as { stories: { slug: string }[] }).stories.map(({ slug }) => slug).sort()
const codes = (finished: readonly Finished[]): (number | null)[] => finished.map(({ code }) => code)

describe('the workflow for GitHub Actions', () => {
  it('previews what a pull request touches, and annotates what is wrong in it', async () => {
    const checkout = await checkOut()
    await checkout.write('articles/tram.md', plainStory('Tram is late'))
    await checkout.write('articles/gale.md', plainStory('Gale opens the bar', 'lead: { src: no.jpg, alt: None. }\n'))
    await checkout.branch('tram')
    const [preview] = await runGithub('check', checkout, { env: { GITHUB_EVENT_NAME: 'pull_request', GITHUB_BASE_REF: 'main' } })
    expect(preview?.code).toBe(1)
    expect(preview?.stdout).toMatch(/^::error file=source\/articles\/gale\.md,line=5,/m)
    expect(await slugsIn(join(checkout.folder, 'preview/manifest.json'))).toEqual(['tram'])
    expect(await readFile(join(checkout.folder, 'summary.md'), 'utf8')).toContain('source/articles/gale.md:5')
  })

  it('publishes main, notes the next release and verifies what is handed out', async () => {
    const checkout = await checkOut()
    expect(codes(await runGithub('publish', checkout, { env: { GITHUB_EVENT_NAME: 'push' } }))).toEqual([0, 0, 0])
    expect(await slugsIn(join(checkout.folder, 'dist/manifest.json'))).toEqual(['ferry', 'gale'])
    expect(await readFile(join(checkout.folder, 'outputs.txt'), 'utf8')).toBe('next-release=2099-12-31T23:58:30.000Z\n')
    expect(await readdir(join(checkout.folder, '.cache/galley'))).not.toEqual([])
  })

  it('hands out all other stories where one has an error', async () => {
    const checkout = await checkOut()
    await checkout.write('articles/gale.md', plainStory('Gale opens the bar', 'lead: { src: no.jpg, alt: None. }\n'))
    const [publish, next, verify] = await runGithub('publish', checkout, { env: { GITHUB_EVENT_NAME: 'push' } })
    expect([publish?.code, next?.code, verify?.code]).toEqual([1, 0, 0])
    expect(publish?.stderr).toMatch(/^::error file=source\/articles\/gale\.md/m)
  })

  it.each([
    ['starts again when a release is due', '2020-01-01T00:00:00Z', ['sleep 0', 'gh workflow run Newspaper --ref main']],
    ['leaves a release that is far away to the schedule', '2099-12-31T23:58:30.000Z', []],
  ])('%s', async (_what, next, expected) => {
    const checkout = await checkOut()
    const { PATH, calls } = await standIns(checkout.folder, ['sleep', 'gh'])
    const contexts = { 'needs.publish.outputs.next-release': next, 'github.workflow': 'Newspaper', 'github.ref_name': 'main', 'github.repository': 'harbour/post', 'github.token': 'secret' }
    expect(codes(await runGithub('wait', checkout, { contexts, env: { PATH } }))).toEqual([0])
    expect((await readFile(calls, 'utf8')).split('\n').filter(Boolean)).toEqual(expected)
  })

  it('puts nothing that others can choose into a command: a branch may be named after one', () => {
    const lines = Object.values(github.jobs).flatMap(({ steps }) => steps.flatMap(({ run }) => run ?? []))
    expect(lines.filter((line) => line.includes('${{'))).toEqual([])
  })
})

describe('the file for GitLab CI', () => {
  it('previews what a merge request touches, and reports what is wrong in it', async () => {
    const checkout = await checkOut()
    await checkout.write('articles/tram.md', plainStory('Tram is late'))
    await checkout.write('articles/gale.md', plainStory('Gale opens the bar', 'lead: { src: no.jpg, alt: None. }\n'))
    await checkout.branch('tram')
    const { script } = await runGitlab('check', checkout, { CI_PIPELINE_SOURCE: 'merge_request_event', CI_MERGE_REQUEST_DIFF_BASE_SHA: await checkout.base() })
    expect(script.code).toBe(1)
    expect(await slugsIn(join(checkout.folder, 'preview/manifest.json'))).toEqual(['tram'])
    expect(JSON.parse(await readFile(join(checkout.folder, 'gl-code-quality-report.json'), 'utf8'))).toMatchObject([{ location: { path: 'source/articles/gale.md' } }])
    expect(await readFile(join(checkout.folder, 'junit.xml'), 'utf8')).toContain('name="tram"')
  })

  it('publishes main and verifies what is handed out', async () => {
    const checkout = await checkOut()
    const { script, after } = await runGitlab('publish', checkout, { CI_COMMIT_BRANCH: 'main', CI_DEFAULT_BRANCH: 'main' })
    expect([script.code, after?.code]).toEqual([0, 0])
    expect(await slugsIn(join(checkout.folder, 'dist/manifest.json'))).toEqual(['ferry', 'gale'])
    expect(JSON.parse(await readFile(join(checkout.folder, 'outcome.json'), 'utf8'))).toMatchObject({ nextRelease: '2099-12-31T23:58:30.000Z' })
  })

  it.each([
    ['moves the schedule to the minute after the next release', { nextRelease: '2099-12-31T23:58:30.000Z' }, 200, 0, [['PUT', '/api/v4/projects/7/pipeline_schedules/3', 'secret', 'cron=59+23+31+12+*&cron_timezone=UTC&active=true']]],
    ['leaves the schedule where nothing is held', {}, 200, 0, []],
    ['fails aloud where GitLab does not allow it', { nextRelease: '2099-12-31T23:58:00Z' }, 403, 1, [['PUT', '/api/v4/projects/7/pipeline_schedules/3', 'secret', 'cron=58+23+31+12+*&cron_timezone=UTC&active=true']]],
  ])('%s', async (_what, outcome, status, code, expected) => {
    const checkout = await checkOut()
    await writeFile(join(checkout.folder, 'outcome.json'), JSON.stringify(outcome))
    const gitlabServer = await serve(status)
    const { script } = await runGitlab('schedule', checkout, { CI_API_V4_URL: `${gitlabServer.url}/api/v4`, CI_PROJECT_ID: '7', GALLEY_SCHEDULE: '3', GALLEY_TOKEN: 'secret' })
    await gitlabServer.close()
    expect(script.code).toBe(code)
    expect(gitlabServer.asked).toEqual(expected)
  })
})

it('every command in both files was run by these tests, or installs', () => {
  const commands = [...Object.values(github.jobs).flatMap(({ steps }) => steps.flatMap(({ run }) => run ?? [])), ...gitlabBefore, ...Object.values(gitlabJobs).flatMap(({ script, before_script = [], after_script }) => [...before_script, ...script, ...after_script])]
  expect(commands.length).toBeGreaterThan(8)
  expect(commands.filter((command) => !executed.has(command) && !installs(command))).toEqual([])
  const jobsOfGitlab = Object.entries(gitlab).filter(([, value]) => GitlabJob.safeParse(value).success).map(([name]) => name)
  expect(jobsOfGitlab).toEqual(Object.keys(gitlabJobs))
})

it('the page names every file and links to what is there', async () => {
  const page = await text('README.md')
  expect([...page.matchAll(/\]\(([^):]+)\)/g)].map(([, target]) => target).sort()).toEqual(['github-actions.yml', 'gitlab-ci.yml'])
  expect((await readdir(folder)).sort()).toEqual(['README.md', 'github-actions.yml', 'gitlab-ci.yml'])
})

/** GitLab on this machine, as far as a schedule needs it: what it was asked, and one answer to everything. */
async function serve(status: number) {
  const asked: (string | undefined)[][] = []
  const server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8').on('data', (part: string) => (body += part))
    request.on('end', () => {
      asked.push([request.method, request.url, String(request.headers['private-token']), body])
      response.writeHead(status).end('{}')
    })
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { asked, url: `http://127.0.0.1:${port}`, close: () => new Promise((resolve) => server.close(resolve)) }
}
