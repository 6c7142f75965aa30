import { readFileSync } from 'node:fs'
import { lockedPackages, type NpmPackage } from '../../pipeline/run/locked-packages.ts'
import { allowedInTests, allowedLicences } from './licences.ts'
import { reasons, unneededScripts } from './reasons.ts'

type Ranges = Readonly<Record<string, string>>

/** docs/dependencies.md: every direct dependency with its reason, and the licences of all packages. Made from package.json, the lockfile and the reasons. */
export function dependenciesPage(): string {
  const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: Ranges; devDependencies: Ranges }
  const { packages } = lockedPackages()
  return [
    '# Dependencies',
    'Written by `npm run write-docs` from `package.json`, `package-lock.json` and [`dependencies/`](dependencies/reasons.ts). A test fails for a package without a reason, under a licence that is not listed, with a script for its installation that nobody has looked at, or without a hash in the lockfile.',
    '## What publishing stands on',
    tableOf(dependencies, packages),
    '## What tests and outside judges stand on',
    '`npm ci --omit=dev` leaves these out.',
    tableOf(devDependencies, packages),
    '## Licences',
    'Of all packages in the lockfile, those that others bring along among them; the bill of materials of each edition (`sbom.cdx.json`) has them one by one.',
    table(['licence', 'publishing', 'tests', ''], licencesOf(packages).map((licence) => [licence, ...countsOf(licence, packages), whyOf(licence)])),
    '## Scripts',
    'Nothing needs to run when packages are installed, and `.npmrc` forbids it.',
    table(['package', 'why its script is not missed'], packages.filter(({ hasInstallScript }) => hasInstallScript).map(({ name }) => [`\`${name}\``, unneededScripts[name] ?? ''])),
    '',
  ].join('\n\n').replace(/\n+$/, '\n')
}

function tableOf(ranges: Ranges, packages: readonly NpmPackage[]): string {
  const names = Object.keys(reasons).filter((name) => name in ranges)
  return table(['package', 'version', 'licence', 'why'], names.map((name) => [`\`${name}\``, `\`${ranges[name]}\``, packages.find((one) => one.name === name)?.license ?? '', reasons[name] ?? '']))
}

function licencesOf(packages: readonly NpmPackage[]): string[] {
  return [...new Set(packages.map(({ license }) => license))].sort()
}

function countsOf(licence: string, packages: readonly NpmPackage[]): string[] {
  const own = packages.filter(({ license }) => license === licence)
  return [false, true].map((isDevelopment) => String(own.filter((one) => one.isDevelopment === isDevelopment).length))
}

/** Of an expression, the licence that asks for the most: the last of those that are listed. */
function whyOf(licence: string): string {
  const parts = licence.replaceAll(/[()]/g, '').split(/ (?:AND|OR) /)
  return Object.entries({ ...allowedLicences, ...allowedInTests }).filter(([id]) => parts.includes(id)).at(-1)?.[1] ?? ''
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}
