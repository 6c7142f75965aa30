import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { disturbances } from '../../soak/disturbances/index.ts'

const home = join(import.meta.dirname, '../..')
let work: string
beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'galley-soak-'))
})
afterAll(() => rm(work, { recursive: true, force: true }))

/** Run the command as people do; a difference is an exit code other than 0, and so a rejection that holds the list. */
async function soak(words: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)('npm', ['run', '-s', 'soak', '--', '--work', work, ...words], { cwd: home })
  return stdout
}

describe('npm run soak, in its short form', () => {
  it('finds twelve stories equal to a clean build after everything that can happen to their publishes', async () => {
    const told = await soak(['--seed', '5', '--stories', '12', '--whole', '0', '--rounds', '4'])
    expect(told).toMatch(/4 rounds, \d{3} files compared, 0 differences\./)
    for (const { name } of disturbances.filter(({ needsBrowser }) => !needsBrowser)) expect(told).toContain(`${name}, `)
  }, 600_000)

  it('finds stories on paper equal to a clean build after processes of the browser were killed', async () => {
    const told = await soak(['--seed', '5', '--stories', '0', '--whole', '2', '--rounds', '1', '--whole-formats', 'html,pdf', '--disturbances', 'browser killed'])
    expect(told).toMatch(/browser killed, [12] processes: exit/)
    expect(told).toMatch(/1 rounds, \d+ files compared, 0 differences\./)
  }, 600_000)
})
