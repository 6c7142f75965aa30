import { join } from 'node:path'
import * as z from 'zod'
import { canonicalJson } from '../ast/canonical-json.ts'
import { hashOf } from '../cache/hash-of.ts'
import { codeHashes, version } from '../tools/installation.ts'
import { galleyUrl } from './galley-url.ts'
import { manifestName, type Manifest, type ManifestStory } from './manifest.ts'
import type { PublishOptions } from './publish-options.ts'
import { readAs, textOf } from './read-document.ts'

/** Name of the provenance in `dist/`. The manifest does not list it, because it tells the manifest's hash. */
export const provenanceName = 'provenance.json'

const digest = z.strictObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/) })

/** A ResourceDescriptor of in-toto (github.com/in-toto/attestation, spec/v1/resource_descriptor.md), as far as we fill it. */
const Dependency = z.strictObject({ name: z.string(), digest, annotations: z.record(z.string(), z.unknown()).optional() })

/** A Statement of in-toto (spec/v1/statement.md) with the predicate of SLSA (slsa.dev/spec/v1.0/provenance). Times may be left out, and are. */
export const Provenance = z.strictObject({
  _type: z.literal('https://in-toto.io/Statement/v1'),
  subject: z.tuple([z.strictObject({ name: z.literal(manifestName), digest })]),
  predicateType: z.literal('https://slsa.dev/provenance/v1'),
  predicate: z.strictObject({
    buildDefinition: z.strictObject({
      buildType: z.string().regex(/^pkg:npm\/galley@[^#]+#publish$/),
      externalParameters: z.strictObject({
        check: z.enum(['standard', 'full']),
        strict: z.boolean(),
        formats: z.array(z.string()).optional(),
        selectedBy: z.array(z.enum(['only', 'changedSince'])).optional(),
        now: z.iso.datetime().optional(),
      }),
      resolvedDependencies: z.array(Dependency),
    }),
    runDetails: z.strictObject({ builder: z.strictObject({ id: z.string(), version: z.record(z.string(), z.string()) }) }),
  }),
})
export type Provenance = z.infer<typeof Provenance>

/** What a provenance tells of. */
interface ProvenanceParts {
  /** Of the manifest as it stands in `dist/`. */
  sha256: string
  manifest: Pick<Manifest, 'input' | 'tools'>
  /** Stories that this run has not made. */
  kept: readonly ManifestStory[]
  /** sha256 of the lockfile. */
  lockfile: string
  options: PublishOptions
}

/** Say of a manifest, and by it of every file of the edition, what made it, of what, and as it was asked to. Unsigned: whoever runs the publish signs. */
export function printProvenance({ sha256, manifest, kept, lockfile, options }: ProvenanceParts): Uint8Array {
  const code = codeHashes()?.tree
  const provenance: Provenance = {
    _type: 'https://in-toto.io/Statement/v1',
    subject: [{ name: manifestName, digest: { sha256 } }],
    predicateType: 'https://slsa.dev/provenance/v1',
    predicate: {
      buildDefinition: {
        buildType: `${galleyUrl}#publish`,
        externalParameters: parametersOf(options),
        resolvedDependencies: [
          ...(manifest.input === undefined ? [] : [{ name: 'source', digest: { sha256: manifest.input }, annotations: { of: 'the publication, its formats, and the input of each story in the manifest' } }]),
          ...(kept.length === 0 ? [] : [{ name: 'earlier publishes', digest: { sha256: hashOf(canonicalJson(kept.map(({ slug, input }) => [slug, input]).sort())) }, annotations: { of: 'the slug and input of each story that this run has left as it was', stories: kept.length } }]),
          { name: 'package-lock.json', digest: { sha256: lockfile } },
          ...(code === undefined ? [] : [{ name: 'code', digest: { sha256: code }, annotations: { of: 'path and content of each file of pipeline/ and templates/, the lockfile and tsconfig.json' } }]),
        ],
      },
      runDetails: { builder: { id: galleyUrl, version: { galley: version, node: manifest.tools['node'] ?? '' } } },
    },
  }
  return new TextEncoder().encode(`${JSON.stringify(provenance, null, 1)}\n`)
}

/**
 * What decides over bytes and was asked for; the moment only where somebody named one, so that a publish that changes nothing changes no file. Of a selection
 * only that there was one: slugs and branches have words, maybe of a story that nobody may know of.
 */
function parametersOf({ check, strict, formats, only, changedSince, now, isNowAsked }: PublishOptions): Provenance['predicate']['buildDefinition']['externalParameters'] {
  const selectedBy = [...(only ? (['only'] as const) : []), ...(changedSince === undefined ? [] : (['changedSince'] as const))]
  return {
    check, strict,
    ...(formats ? { formats: [...formats] } : {}),
    ...(selectedBy.length > 0 ? { selectedBy } : {}),
    ...(isNowAsked ? { now: new Date(now).toISOString() } : {}),
  }
}

/** The provenance in a folder; undefined where there is none. Throws a sentence where it is no provenance of ours. */
export async function readProvenance(out: string): Promise<Provenance | undefined> {
  const text = await textOf(join(out, provenanceName))
  return text === undefined ? undefined : readAs(Provenance, text)
}
