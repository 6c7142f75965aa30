import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder that Galley is installed in: the nearest one above the running code that holds our own package.json. */
export const home: string = findHome(dirname(fileURLToPath(import.meta.url)))

/** Version of Galley, from package.json. */
export const version: string = (JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string }).version

/** Hash of the code that runs, the lockfile and Node: the name of the bundle's folder. Code that runs from its source has none. */
export const codeHash: string | undefined = /[/\\]code[/\\]([0-9a-f]{24})[/\\]/.exec(fileURLToPath(import.meta.url))?.[1]

/** Hashes of the code behind each step, with the packages that it stands on: what was made by other code is not the same. */
export interface CodeHashes {
  /** By format. */
  formats: Readonly<Record<string, string>>
  /** What compares a file with its story, whatever its format. */
  judging: string
  /** What cuts pictures. */
  pictures: string
  /** Everything, with the version of Node. */
  whole: string
  /** sha256 of all files of code and templates and of the lockfile: what provenance names. */
  tree: string
}

/** Of the running bundle; undefined for code that runs from its source. */
export function codeHashes(): CodeHashes | undefined {
  if (codeHash === undefined) return undefined
  const parts = JSON.parse(readFileSync(join(home, 'node_modules/.cache/galley/code', codeHash, 'parts.json'), 'utf8')) as Omit<CodeHashes, 'whole'>
  return { ...parts, whole: codeHash }
}

/** Version of an npm package that we depend on; undefined where it is not installed. */
export function packageVersion(name: string): string | undefined {
  if (!versions.has(name)) versions.set(name, readVersion(name))
  return versions.get(name)
}

// Asked for each file that an authority judges; what is installed stays while the code runs.
const versions = new Map<string, string | undefined>()

function readVersion(name: string): string | undefined {
  try {
    return (JSON.parse(readFileSync(join(packageFolder(name), 'package.json'), 'utf8')) as { version: string }).version
  } catch {
    return undefined
  }
}

/** Versions of the packages that publishing stands on, by name; what is not installed is left out. */
export function dependencyVersions(): Record<string, string> {
  const { dependencies } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { dependencies: Record<string, string> }
  return Object.fromEntries(Object.keys(dependencies).sort().flatMap((name) => {
    const installed = packageVersion(name)
    return installed === undefined ? [] : [[name, installed]]
  }))
}

/** The folder of an npm package that we depend on. Throws where it is not installed: that is a broken installation. */
export function packageFolder(name: string): string {
  const known = folders.get(name)
  if (known !== undefined) return known
  const places = createRequire(join(home, 'package.json')).resolve.paths(name) ?? []
  const folder = places.map((place) => join(place, name)).find((place) => existsSync(place))
  if (folder === undefined) throw new Error(`The package ${name} is not installed. Run npm ci.`)
  folders.set(name, folder)
  return folder
}

const folders = new Map<string, string>()

function findHome(folder: string): string {
  const manifest = join(folder, 'package.json')
  if (existsSync(manifest) && (JSON.parse(readFileSync(manifest, 'utf8')) as { name?: string }).name === 'galley') return folder
  if (dirname(folder) === folder) throw new Error('The code of Galley does not lie in its own folder any more.')
  return findHome(dirname(folder))
}
