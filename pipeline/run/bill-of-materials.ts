import { hashOf } from '../cache/hash-of.ts'
import { version } from '../tools/installation.ts'
import { galleyUrl } from './galley-url.ts'
import type { LockedPackages, NpmPackage } from './locked-packages.ts'
import type { Manifest } from './manifest.ts'

/** The bill of materials of an edition, in `dist/`. */
export const billOfMaterials = { path: 'sbom.cdx.json', mediaType: 'application/vnd.cyclonedx+json' }

/**
 * What made an edition, as CycloneDX 1.6 (cyclonedx.org/docs/1.6/json): Galley, each npm package that publishing stands on, and the outside tools that the
 * manifest names. Packages for other machines are in the lockfile, too; their scope says that they could not be called. It tells no time, and its serial
 * number is made of its content, so that equal editions have equal bills.
 */
export function printBillOfMaterials({ packages, direct }: Pick<LockedPackages, 'packages' | 'direct'>, tools: Manifest['tools']): Uint8Array {
  const used = packages.filter(({ isDevelopment }) => !isDevelopment)
  const urls = new Set(used.map(({ purl }) => purl))
  const outside = Object.entries(tools).map(([name, of]) => ({ type: 'application', 'bom-ref': `tool:${name}`, name, version: of }))
  const content = {
    version: 1,
    metadata: { component: { type: 'application', 'bom-ref': galleyUrl, name: 'galley', version, purl: galleyUrl, licenses: licensesOf('MIT') } },
    components: [...outside, ...used.map(componentOf)],
    dependencies: [
      { ref: galleyUrl, dependsOn: [...outside.map((tool) => tool['bom-ref']), ...direct] },
      ...used.map(({ purl, dependsOn }) => ({ ref: purl, dependsOn: dependsOn.filter((other) => urls.has(other)) })),
    ],
  }
  const head = { $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json', bomFormat: 'CycloneDX', specVersion: '1.6' }
  return new TextEncoder().encode(`${JSON.stringify({ ...head, serialNumber: serialOf(hashOf(JSON.stringify(content))), ...content }, null, 1)}\n`)
}

function componentOf({ name, version: of, purl, license, integrity, isAbsent }: NpmPackage) {
  return {
    type: 'library', 'bom-ref': purl, name, version: of,
    scope: isAbsent ? 'optional' : 'required',
    ...(integrity?.startsWith('sha512-') ? { hashes: [{ alg: 'SHA-512', content: Buffer.from(integrity.slice('sha512-'.length), 'base64').toString('hex') }] } : {}),
    licenses: licensesOf(license),
    purl,
  }
}

/** An SPDX id, or an expression of several. */
function licensesOf(license: string) {
  return /[ (]/.test(license) ? [{ expression: license }] : [{ license: { id: license } }]
}

/** A UUID of our own making, version 8 (RFC 9562, 5.8). */
function serialOf(sha256: string): string {
  const variant = ((Number.parseInt(sha256.slice(16, 17), 16) & 3) | 8).toString(16)
  return `urn:uuid:${sha256.slice(0, 8)}-${sha256.slice(8, 12)}-8${sha256.slice(13, 16)}-${variant}${sha256.slice(17, 20)}-${sha256.slice(20, 32)}`
}
