/** What comes of work on a disk; undefined where it fails, because a cache may be lost, damaged or in the way of nobody. */
export function quietly<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch {
    return undefined
  }
}
