import type { Chance } from '../../bench/corpus/chance.ts'
import type { Publish, Running } from '../machine/galley.ts'
import type { SmallDisk } from '../machine/small-disk.ts'

/** What a disturbance has at hand. */
export interface Scene {
  publish: Publish & { cache: string }
  start(publish: Publish): Running
  chance: Chance
  disk: SmallDisk | undefined
  /** Milliseconds that a publish of this newspaper lately took. */
  usual: number
  /** Write another `publication.yml`, and answer how to put the right one back. */
  spoilSettings(): Promise<() => Promise<void>>
}

/** Something that happens to a publish. */
export interface Disturbance {
  name: string
  /** Only where a browser prints. */
  needsBrowser?: true
  /** Do it. Answers what came of it in a few words, and in `faults` what must not come of it. */
  run(scene: Scene): Promise<{ said: string; faults: string[] }>
}

/** A run that was disturbed may have published or not; it may not have failed in another way than it says. */
export function faultsOf({ code, signal, stderr }: { code: number | null; signal: NodeJS.Signals | null; stderr: string }, allowed: readonly (number | NodeJS.Signals)[]): string[] {
  const end = signal ?? code ?? 0
  const isBug = stderr.includes('This is a bug in Galley')
  return isBug || !allowed.includes(end) ? [`ended with ${end}: ${stderr.trim().slice(0, 400) || 'and said nothing'}`] : []
}
