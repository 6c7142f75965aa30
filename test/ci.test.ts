import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

it.runIf(process.platform === 'linux')('.ci/run ends with its counts where what the tests need cannot be installed', () => {
  const tools = mkdtempSync(join(tmpdir(), 'galley-ci-'))
  symlinkSync('/usr/bin/dirname', join(tools, 'dirname'))
  writeFileSync(join(tools, 'apt-get'), '#!/bin/bash\nexit 100\n', { mode: 0o755 })
  const { stdout, status } = spawnSync('/bin/bash', [join(import.meta.dirname, '../.ci/run')], { env: { PATH: tools }, encoding: 'utf8' })
  rmSync(tools, { recursive: true })
  expect({ stdout, status }).toEqual({ stdout: '0 passed, 1 failed\n', status: 1 })
})

const judge = (said: string) => {
  const { stdout, status } = spawnSync(process.execPath, [join(import.meta.dirname, '../.ci/judge-audit.mjs')], { input: said, encoding: 'utf8' })
  return { stdout, status }
}
const report = (severities: Readonly<Record<string, string>>): string =>
  JSON.stringify({ vulnerabilities: Object.fromEntries(Object.entries(severities).map(([name, severity]) => [name, { name, severity, range: '<2.0.0' }])), metadata: { vulnerabilities: { total: Object.keys(severities).length } } })

describe('npm audit in .ci/run', () => {
  it.each<[string, string, string, number]>([
    ['says nothing against packages that nobody has found fault with', report({}), 'npm audit: 0 known vulnerabilities in what publishing stands on, 0 high or critical.\n', 0],
    ['tells of what is moderate', report({ saxes: 'moderate' }), 'npm audit: 1 known vulnerabilities in what publishing stands on, 0 high or critical.\n', 0],
    ['fails for what is high or critical', report({ saxes: 'high', sharp: 'critical', yaml: 'low' }), 'npm audit: 3 known vulnerabilities in what publishing stands on, 2 high or critical.\n  high: saxes <2.0.0\n  critical: sharp <2.0.0\n', 1],
    ['says that nothing was checked where the registry refuses', JSON.stringify({ message: '405 Method Not Allowed', method: 'POST' }), 'npm audit: not checked, the registry gave no answer.\n', 0],
    ['says that nothing was checked where there is no network', '', 'npm audit: not checked, the registry gave no answer.\n', 0],
  ])('%s', (_, said, stdout, status) => {
    expect(judge(said)).toEqual({ stdout, status })
  })
})
