import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

/** Name and version of a program on PATH, in its own words; undefined where there is none. */
export async function programVersion(name: string, word = '--version'): Promise<string | undefined> {
  try {
    const { stdout } = await promisify(execFile)(name, [word], { timeout: 20_000 })
    const version = /\d+(?:\.\d+)+/.exec(stdout)?.[0]
    return `${name} ${version ?? 'of unknown version'}`
  } catch {
    return undefined
  }
}
