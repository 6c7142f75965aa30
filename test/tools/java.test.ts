import { existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { findJava, hasCompiler, runJava } from '../../pipeline/tools/java/java.ts'
import { listenForVisitors } from '../support/watch-network.ts'

// The real one, if it can run a program from its source.
const installed = await findJava('The test')
const compiler = 'program' in installed && (await hasCompiler(installed)) ? installed : undefined

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

  it('hears of nothing in the environment but what it needs', async () => {
    const home = await install('listening', '', '21.0.2')
    await writeFile(join(home, 'bin/java'), `#!/bin/sh\nenv\n`)
    vi.stubEnv('GALLEY_TEST_SECRET', 'canary')
    vi.stubEnv('JAVA_TOOL_OPTIONS', '-Dcanary')
    const heard = await runJava({ program: join(home, 'bin/java') }, [], 10, new AbortController().signal)
    vi.unstubAllEnvs()
    expect(heard).not.toContain('canary')
    expect(heard).toContain('PATH=')
  })

  it.runIf(compiler !== undefined)('reaches nothing, not even this machine, and has a temp folder and a home of its own', async () => {
    if (compiler === undefined) return
    const program = join(folder, 'Reach.java')
    await writeFile(program, reach)
    const visitors = await listenForVisitors()
    const told = await runJava(compiler, [program, ...visitors.addresses('http')], 60, new AbortController().signal)
    await visitors.close()
    const [temporary = '', home, ...lines] = told.trim().split('\n')
    expect([temporary.startsWith(join(tmpdir(), 'galley-java-')), existsSync(temporary), home]).toEqual([true, false, temporary])
    expect(lines).toEqual(visitors.addresses('http').flatMap(() => ['page refused', 'socket refused']))
    expect(visitors.visits()).toEqual([])
  })
})

const reach = `import java.net.*;
class Reach {
  public static void main(String[] addresses) throws Exception {
    for (String name : new String[] { "java.io.tmpdir", "user.home" }) System.out.println(System.getProperty(name));
    for (String address : addresses) {
      URL url = new URL(address);
      try (var page = url.openStream()) { System.out.println("page reached"); } catch (java.io.IOException error) { System.out.println("page refused"); }
      try (var socket = new Socket(url.getHost(), url.getPort())) { System.out.println("socket reached"); } catch (java.io.IOException error) { System.out.println("socket refused"); }
    }
  }
}
`
