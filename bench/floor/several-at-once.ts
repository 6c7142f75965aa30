import pLimit from 'p-limit'

/** How many things the floor does at once; the best of them counts. */
export const widths = [1, 2, 4] as const

/** Work through a list, so many at a time. */
export async function severalAtOnce<T>(width: number, list: readonly T[], work: (item: T) => Promise<unknown>): Promise<void> {
  await pLimit(width).map(list, work)
}
