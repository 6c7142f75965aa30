import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import satisfies from 'spdx-satisfies'
import { describe, expect, it } from 'vitest'
import { allowedInTests, allowedLicences } from '../../docs/dependencies/licences.ts'
import { dependenciesPage } from '../../docs/dependencies/page.ts'
import { reasons, unneededScripts } from '../../docs/dependencies/reasons.ts'
import { lockedPackages, type NpmPackage } from '../../pipeline/run/locked-packages.ts'

const home = join(import.meta.dirname, '../..')
const read = (path: string): Promise<string> => readFile(join(home, path), 'utf8')
const { packages } = lockedPackages()

/** Names of packages whose licence is not one of these. */
function underOthers(list: readonly Pick<NpmPackage, 'name' | 'license'>[], allowed: readonly string[]): string[] {
  const isAllowed = (license: string): boolean => {
    try {
      return satisfies(license, [...allowed])
    } catch {
      // No expression of SPDX: nobody can tell what it allows.
      return false
    }
  }
  return list.filter(({ license }) => !isAllowed(license)).map(({ name, license }) => `${name}: ${license}`)
}

describe('the dependencies', () => {
  it('are told of in docs/dependencies.md as they are: npm run write-docs writes it anew', async () => {
    expect(await read('docs/dependencies.md')).toBe(dependenciesPage())
  })

  it('each have a reason, and no reason is left over', async () => {
    const { dependencies, devDependencies } = JSON.parse(await read('package.json')) as Record<'dependencies' | 'devDependencies', Record<string, string>>
    expect(Object.keys(reasons).sort()).toEqual(Object.keys({ ...dependencies, ...devDependencies }).sort())
  })

  it('come under licences that are listed', () => {
    const production = Object.keys(allowedLicences)
    expect(underOthers(packages.filter(({ isDevelopment }) => !isDevelopment), production)).toEqual([])
    expect(underOthers(packages, [...production, ...Object.keys(allowedInTests)])).toEqual([])
  })

  it.each(['GPL-3.0-only', 'AGPL-3.0-or-later', 'CC-BY-SA-4.0', 'MIT AND GPL-2.0-only', 'UNLICENSED', 'SEE LICENSE IN LICENSE', 'NOASSERTION'])('would not pass under %s', (license) => {
    expect(underOthers([{ name: 'stranger', license }], Object.keys(allowedLicences))).toEqual([`stranger: ${license}`])
  })

  it('need no script to run when they are installed, and none may', async () => {
    expect(await read('.npmrc')).toMatch(/^ignore-scripts=true$/m)
    expect(packages.filter(({ hasInstallScript }) => hasInstallScript).map(({ name }) => name).sort()).toEqual(Object.keys(unneededScripts).sort())
  })

  it('are pinned by the hash of what is unpacked, and come from whatever registry npm is told of', async () => {
    expect(packages.filter(({ integrity }) => !/^sha512-[\w+/]{86}==$/.test(integrity ?? '')).map(({ name }) => name)).toEqual([])
    expect(await read('package-lock.json')).not.toContain('"resolved"')
  })
})
