import { makeTemporaryFolder } from './temporary-folders.ts'

/** Do some work with a fresh folder in the system's temp folder, which is removed whatever becomes of the work, and of this process. */
export async function inTemporaryFolder<T>(purpose: string, work: (folder: string) => Promise<T>): Promise<T> {
  const folder = makeTemporaryFolder(purpose)
  try {
    return await work(folder.path)
  } finally {
    folder.remove()
  }
}
