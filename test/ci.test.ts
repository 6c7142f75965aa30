import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'

it.runIf(process.platform === 'linux')('.ci/run ends with its counts where what the tests need cannot be installed', () => {
  const tools = mkdtempSync(join(tmpdir(), 'galley-ci-'))
  symlinkSync('/usr/bin/dirname', join(tools, 'dirname'))
  writeFileSync(join(tools, 'apt-get'), '#!/bin/bash\nexit 100\n', { mode: 0o755 })
  const { stdout, status } = spawnSync('/bin/bash', [join(import.meta.dirname, '../.ci/run')], { env: { PATH: tools }, encoding: 'utf8' })
  rmSync(tools, { recursive: true })
  expect({ stdout, status }).toEqual({ stdout: '0 passed, 1 failed\n', status: 1 })
})
