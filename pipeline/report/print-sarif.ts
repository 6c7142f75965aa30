import type { Location, Log, ReportingDescriptor, Result } from 'sarif'
import type { Severity } from '../ast/publication.ts'
import { catalogue, tellsOfLoss } from '../contract/catalogue.ts'
import type { Diagnostic, Place } from '../contract/diagnostic.ts'
import { fingerprintsOf } from './fingerprints.ts'
import { placeInRepository, somewhereInRepository } from './place-in-repository.ts'
import type { Report } from './report.ts'

/**
 * Everything that was found, as SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/sarif-v2.1.0-os.html), with the whole
 * catalogue of rules. Where a newsroom has lowered or raised a rule, its results have the newsroom’s level (3.27.10).
 */
export function printSarif({ diagnostics, root, version }: Omit<Report, 'stories'>): string {
  const rules = rulesFor(diagnostics)
  const fingerprints = fingerprintsOf(diagnostics)
  const ruleIndex = new Map(rules.map(({ id }, index) => [id, index]))
  const log: Log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Galley', version, rules } },
        // Columns count as editors and JavaScript do (3.14.17).
        columnKind: 'utf16CodeUnits',
        results: diagnostics.map((diagnostic, index) => resultOf(diagnostic, { root, ruleIndex: ruleIndex.get(diagnostic.rule) ?? -1, fingerprint: fingerprints[index] ?? '' })),
      },
    ],
  }
  return `${JSON.stringify(log, null, 2)}\n`
}

const levels = { error: 'error', warning: 'warning', info: 'note' } as const satisfies Record<Severity, Result.level>

/** The catalogue, and behind it what a newsroom’s own rules are called, of which no more is known here. */
function rulesFor(diagnostics: readonly Diagnostic[]): ReportingDescriptor[] {
  const known = Object.entries(catalogue).map(([id, { description, severity }]): ReportingDescriptor => ({
    id,
    shortDescription: { text: description },
    fullDescription: { text: description },
    defaultConfiguration: { level: levels[severity] },
  }))
  const others = [...new Set(diagnostics.map(({ rule }) => rule))].filter((rule) => !(rule in catalogue)).sort()
  return [...known, ...others.map((id) => ({ id }))]
}

function resultOf(diagnostic: Diagnostic, { root, ruleIndex, fingerprint }: { root: string; ruleIndex: number; fingerprint: string }): Result {
  const { rule, reason, hint, severity, related = [] } = diagnostic
  const others = related.flatMap((place) => placeInRepository(place, root) ?? [])
  return {
    ruleId: rule,
    ruleIndex,
    // That a format cannot carry something is no problem of the story: informational, and then without a level (3.27.9).
    ...(tellsOfLoss(diagnostic) && severity === 'info' ? { kind: 'informational' as const, level: 'none' as const } : { level: levels[severity] }),
    // Braces stand as they were written: 3.11.5 doubles them in texts with placeholders, and these have none.
    message: { text: [reason, hint].filter(Boolean).join('\n') },
    locations: [locationOf(somewhereInRepository(diagnostic, root))],
    ...(others.length > 0 ? { relatedLocations: others.map((place, id) => ({ id, ...locationOf(place) })) } : {}),
    partialFingerprints: { 'galley/v1': fingerprint },
  }
}

/** 3.29: a path as a URI below the root of the repository, lines and columns from 1. */
function locationOf({ file, line, column }: Place): Location {
  return {
    physicalLocation: {
      artifactLocation: { uri: file.split('/').map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%' },
      ...(line === undefined ? {} : { region: { startLine: line, ...(column === undefined ? {} : { startColumn: column }) } }),
    },
  }
}
