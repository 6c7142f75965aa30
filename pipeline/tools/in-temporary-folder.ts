import { rmSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Do some work with a fresh folder in the system's temp folder, which is removed whatever becomes of the work, and of this process. */
export async function inTemporaryFolder<T>(name: string, work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), `galley-${name}-`))
  const atExit = (): void => rmSync(folder, { recursive: true, force: true })
  process.once('exit', atExit)
  try {
    return await work(folder)
  } finally {
    process.removeListener('exit', atExit)
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}
