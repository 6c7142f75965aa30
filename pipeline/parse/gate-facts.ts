import { statuses, type Status } from '../ast/article.ts'
import { nearestName } from '../contract/nearest.ts'
import { checkDateTime } from '../yaml/check-date-time.ts'
import { readYaml } from '../yaml/read-yaml.ts'
import { entryOf, isBlank, type Written, type WrittenMap } from '../yaml/written.ts'

/** What decides whether a story may be public. `unreadable` means that it must be held. */
export interface GateFacts {
  status: Status | 'unreadable'
  embargo?: { until?: string } | 'unreadable'
  expires?: string | 'unreadable'
  published?: string
}

const gateKeys = ['status', 'embargo', 'expires', 'published'] as const
type GateKey = (typeof gateKeys)[number]
type Found = Written | 'unreadable' | undefined

/**
 * Read what the gate needs, whatever else is wrong with the front matter: where the YAML as a whole cannot be trusted
 * (`map` absent), the lines of each key are read on their own. A misspelt key or a key written twice is unreadable, for a
 * slip of the pen must not publish a story that someone wants held.
 */
export function readGate(yaml: string, map: WrittenMap | undefined, knownKeys: readonly string[]): GateFacts {
  const find = (key: GateKey): Found => {
    if (misspelt(key, yaml, map, knownKeys)) return 'unreadable'
    return map ? entryOf(map, key)?.value : findInLines(key, yaml)
  }
  const embargo = readEmbargo(find('embargo'))
  const expires = readTime(find('expires'))
  const published = readTime(find('published'))
  return {
    status: readStatus(find('status')),
    ...(embargo === undefined ? {} : { embargo }),
    ...(expires === undefined ? {} : { expires }),
    ...(published === undefined || published === 'unreadable' ? {} : { published }),
  }
}

function readStatus(found: Found): GateFacts['status'] {
  if (found === undefined) return 'usable'
  return statuses.find((status) => found !== 'unreadable' && found.kind === 'text' && found.value === status) ?? 'unreadable'
}

function readEmbargo(found: Found): GateFacts['embargo'] {
  if (found === undefined || found === 'unreadable') return found
  if (isBlank(found)) return {}
  if (found.kind !== 'map' || found.entries.some(({ key }) => key !== 'until' && key !== 'note')) return 'unreadable'
  const until = readTime(entryOf(found, 'until')?.value)
  return until === undefined ? {} : until === 'unreadable' ? until : { until }
}

function readTime(found: Found): string | 'unreadable' | undefined {
  if (found === undefined || found === 'unreadable') return found
  const verdict = found.kind === 'text' ? checkDateTime(found.value, 'UTC') : undefined
  return verdict && 'value' in verdict ? verdict.value : 'unreadable'
}

/** True where a key is there that Galley does not know and that was probably meant as this one. */
function misspelt(key: GateKey, yaml: string, map: WrittenMap | undefined, knownKeys: readonly string[]): boolean {
  const written = map ? map.entries.map((entry) => entry.key) : [...yaml.matchAll(/^["']?([\p{L}_-]+)["']?[ \t]*:/gmu)].map(([, name = '']) => name)
  return written.some((name) => !knownKeys.includes(name) && nearestName(name, knownKeys) === key)
}

/** The key's own line and the indented lines below it, read as a text of their own. */
function findInLines(key: GateKey, yaml: string): Found {
  const places = [...yaml.matchAll(new RegExp(`(?:^[ \\t]*|[{,][ \\t]*)["']?${key}["']?[ \\t]*:.*(?:\\n[ \\t]+.*)*`, 'gm'))]
  const [place] = places
  if (!place) return undefined
  if (places.length > 1 || /^[{,]/.test(place[0])) return 'unreadable'
  let isSound = true
  const text = withoutOtherKeys(place[0])
  const map = readYaml({ file: '', text, report: (rule) => void (isSound &&= rule !== 'broken-yaml') })
  return (isSound && map && entryOf(map, key)?.value) || 'unreadable'
}

/** Lines at the margin of the key itself belong to other keys. */
function withoutOtherKeys(lines: string): string {
  const [first = '', ...more] = lines.split('\n')
  const margin = /^[ \t]*/.exec(first)?.[0].length ?? 0
  const next = more.findIndex((line) => line.trim() !== '' && (/^[ \t]*/.exec(line)?.[0].length ?? 0) <= margin)
  return [first, ...(next === -1 ? more : more.slice(0, next))].map((line) => line.slice(margin)).join('\n')
}
