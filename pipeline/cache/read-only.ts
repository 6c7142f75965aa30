import type { Cache } from './cache.ts'

/** A cache for those who may use what was kept and keep nothing themselves. */
export function readOnly({ objects, records }: Cache): Cache {
  return { objects, records: { ...records, keep: nothing, replace: nothing, bind: () => undefined }, close: nothing }
}

async function nothing(): Promise<void> {}
