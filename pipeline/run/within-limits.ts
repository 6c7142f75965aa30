import { type Limits, sizeInWords } from '../ast/limits.ts'
import type { Report } from '../contract/catalogue.ts'
import type { Artifact } from '../contract/renderer.ts'

/** One format of one story: who it is, and where to say what is wrong. */
interface Drawing {
  format: string
  file: string
  report: Report
}

/**
 * What a renderer makes, if it takes no longer and none of its files is larger than the newspaper allows; reports `slow-format` or `heavy-file` and
 * throws, if not. The renderer is left behind then: its signal is not aborted, for a browser that it waits for may serve other stories.
 */
export async function withinLimits(render: () => Promise<Artifact[]>, { seconds, file: most }: Limits, { format, file, report }: Drawing): Promise<Artifact[]> {
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<undefined>((resolve) => void (timer = setTimeout(() => resolve(undefined), seconds * 1000)))
  const drawn = await Promise.race([render(), tooLate]).finally(() => clearTimeout(timer))
  if (drawn === undefined) {
    report('slow-format', { file }, { format, seconds })
    throw new Error(`It took more than ${seconds} seconds.`)
  }
  const heavy = drawn.find(({ bytes }) => bytes.length > most)
  if (heavy === undefined) return drawn
  report('heavy-file', { file }, { format, path: heavy.path, size: sizeInWords(heavy.bytes.length), limit: sizeInWords(most) })
  throw new Error(`${heavy.path} has ${heavy.bytes.length} bytes.`)
}
