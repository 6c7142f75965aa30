import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { hashOf } from '../cache/hash-of.ts'
import { home } from '../tools/installation.ts'

/** `package-lock.json` in its third version, as far as we read it (docs.npmjs.com, "package-lock.json"). */
interface Lockfile {
  lockfileVersion: number
  packages: Record<string, LockedPackage>
}

interface LockedPackage {
  version?: string
  license?: string
  integrity?: string
  optional?: boolean
  hasInstallScript?: boolean
  dependencies?: Record<string, string>
  optionalDependencies?: Record<string, string>
  peerDependencies?: Record<string, string>
  peerDependenciesMeta?: Record<string, { optional?: boolean }>
}

/** One npm package that Galley stands on, in one version. */
export interface NpmPackage {
  name: string
  version: string
  /** Package URL (github.com/package-url/purl-spec). */
  purl: string
  /** SPDX id or expression. */
  license: string
  /** Subresource integrity of what npm has unpacked: `sha512-…` in base64. */
  integrity?: string
  /** Nothing that publishing stands on needs it: it serves tests and outside judges. */
  isDevelopment: boolean
  /** For another machine than this one: it is in the lockfile and not installed. */
  isAbsent: boolean
  hasInstallScript: boolean
  /** Package URLs of what it stands on itself. */
  dependsOn: readonly string[]
}

/** What Galley is installed from. */
export interface LockedPackages {
  /** sha256 of the lockfile. */
  sha256: string
  /** Package URLs of what publishing stands on directly. */
  direct: readonly string[]
  /** Each package once a version, by package URL. */
  packages: readonly NpmPackage[]
}

/** Read the lockfile of this installation. Throws where it is not one of ours: that is a broken installation. */
export function lockedPackages(): LockedPackages {
  const bytes = readFileSync(join(home, 'package-lock.json'))
  const { lockfileVersion, packages } = JSON.parse(bytes.toString('utf8')) as Lockfile
  if (lockfileVersion !== 3) throw new Error(`Expected package-lock.json in version 3, found ${lockfileVersion}. Run npm ci with npm 7 or later.`)
  const direct = Object.keys(packages['']?.dependencies ?? {}).flatMap((name) => pathOf(name, '', packages) ?? [])
  // npm marks what tests need as well as what any package could use if it were there; this is what publishing really reaches.
  const reached = new Set(direct)
  for (const path of reached) needsOf(path, packages).forEach((needed) => reached.add(needed))
  const byUrl = new Map<string, NpmPackage>()
  for (const path of Object.keys(packages).filter(Boolean)) {
    const found = packageAt(path, packages, reached)
    const known = byUrl.get(found.purl)
    byUrl.set(found.purl, known ? { ...found, isDevelopment: known.isDevelopment && found.isDevelopment, isAbsent: known.isAbsent && found.isAbsent, dependsOn: [...new Set([...known.dependsOn, ...found.dependsOn])].sort() } : found)
  }
  return { sha256: hashOf(bytes), direct: direct.map((path) => purlAt(path, packages)).sort(), packages: [...byUrl.values()].sort((a, b) => (a.purl < b.purl ? -1 : 1)) }
}

type Locked = Lockfile['packages']

function packageAt(path: string, packages: Locked, reached: ReadonlySet<string>): NpmPackage {
  const { version = '', license = 'NOASSERTION', integrity, optional = false, hasInstallScript = false } = packages[path] ?? {}
  return {
    name: nameOf(path), version, license, hasInstallScript,
    purl: purlAt(path, packages),
    ...(integrity === undefined ? {} : { integrity }),
    isDevelopment: !reached.has(path),
    isAbsent: optional && !existsSync(join(home, path)),
    dependsOn: [...new Set(needsOf(path, packages).map((needed) => purlAt(needed, packages)))].sort(),
  }
}

/** Paths of what a package stands on; what it could use and nobody asked for is left out. */
function needsOf(path: string, packages: Locked): string[] {
  const { dependencies, optionalDependencies, peerDependencies = {}, peerDependenciesMeta = {} } = packages[path] ?? {}
  const peers = Object.keys(peerDependencies).filter((name) => peerDependenciesMeta[name]?.optional !== true)
  return [...Object.keys({ ...dependencies, ...optionalDependencies }), ...peers].flatMap((name) => pathOf(name, path, packages) ?? [])
}

/** Where Node finds a package by its name from another on: in the nearest `node_modules` above. Undefined where none is locked. */
function pathOf(name: string, from: string, packages: Locked): string | undefined {
  const path = `${from === '' ? '' : `${from}/`}node_modules/${name}`
  if (path in packages) return path
  return from === '' ? undefined : pathOf(name, from.slice(0, Math.max(from.lastIndexOf('node_modules/') - 1, 0)), packages)
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
}

function purlAt(path: string, packages: Locked): string {
  return `pkg:npm/${nameOf(path).replace('@', '%40')}@${packages[path]?.version ?? ''}`
}
