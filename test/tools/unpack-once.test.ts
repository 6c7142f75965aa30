import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ownTemporaryFolder } from '../../pipeline/tools/browser/unpack-once.ts'

describe.runIf(process.platform === 'linux')('the folder for a browser in the temp folder, where everybody may write', () => {
  let shared: string
  let ours: string
  beforeEach(() => {
    shared = mkdtempSync(join(tmpdir(), 'galley-shared-'))
    ours = join(shared, `galley-${process.getuid?.()}`)
  })
  afterEach(() => rmSync(shared, { recursive: true }))

  it('is this user’s alone, and found again', () => {
    expect(ownTemporaryFolder(shared)).toBe(ours)
    expect(statSync(ours).mode & 0o777).toBe(0o700)
    expect(ownTemporaryFolder(shared)).toBe(ours)
  })

  it.each([
    ['others may write to it', () => (mkdirSync(ours), chmodSync(ours, 0o777))],
    ['it is a link of somebody', () => (mkdirSync(join(shared, 'theirs')), symlinkSync(join(shared, 'theirs'), ours))],
  ])('is not used where %s', (_, plant) => {
    plant()
    expect(() => ownTemporaryFolder(shared)).toThrow(/^Expected .* to be a folder that belongs to this user/)
  })
})
