import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findJava, hasCompiler } from '../../pipeline/tools/java/java.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'galley-java-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** A Java that writes down each of its starts, and says this of its modules; with a file that tells its version, or without. */
async function install(name: string, modules: string, release?: string): Promise<string> {
  const home = join(folder, name)
  await mkdir(join(home, 'bin'), { recursive: true })
  await writeFile(join(home, 'bin/java'), `#!/bin/sh\necho start >> ${home}/starts\n${modules === '' ? 'exit 1' : `echo "${modules}"`}\n`)
  await chmod(join(home, 'bin/java'), 0o755)
  if (release !== undefined) await writeFile(join(home, 'release'), `IMPLEMENTOR="Harbour"\nJAVA_VERSION="${release}"\n`)
  return home
}

const starts = async (home: string): Promise<number> => (await readFile(join(home, 'starts'), 'utf8').catch(() => '')).split('\n').length - 1
const find = (home: string) => findJava('EPUBCheck', { JAVA_HOME: home, PATH: '' })

describe.runIf(process.platform !== 'win32')('Java', () => {
  it('tells its version by the file beside it, and is not started for that', async () => {
    const home = await install('told', 'java.base@21.0.2', '21.0.2')
    expect(await find(home)).toEqual({ program: join(home, 'bin/java'), version: '21.0.2' })
    expect(await starts(home)).toBe(0)
  })

  it('is started once where no file tells, whoever asks', async () => {
    const home = await install('untold', 'java.base@17.0.15\njdk.compiler@17.0.15')
    const java = await find(home)
    expect(java).toEqual({ program: join(home, 'bin/java'), version: '17.0.15' })
    expect('program' in java && (await hasCompiler(java))).toBe(true)
    await find(home)
    expect(await starts(home)).toBe(1)
  })

  it.each([
    ['is too old by its file', 'old', 'java.base@11', '11.0.20', 'found 11.0.20'],
    ['is of the time before modules', 'ancient', '', '1.8.0_392', 'found 1.8.0_392'],
    ['does not start', 'broken', '', undefined, 'does not start'],
  ])('is missing where it %s', async (_, name, modules, release, said) => {
    expect(await find(await install(name, modules, release))).toEqual({ missing: expect.stringContaining(said) })
  })

  it('that is a runtime cannot compile', async () => {
    const java = await find(await install('runtime', 'java.base@17.0.15', '17.0.15'))
    expect('program' in java && (await hasCompiler(java))).toBe(false)
  })
})
