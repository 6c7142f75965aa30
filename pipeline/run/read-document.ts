import { readFile } from 'node:fs/promises'
import type * as z from 'zod'

/** The text of a file; undefined where there is none. */
export async function textOf(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined
    throw error
  })
}

/** A JSON text as what it is to be. Throws a sentence where it is not. */
export function readAs<T>(schema: z.ZodType<T>, text: string): T {
  const result = schema.safeParse(JSON.parse(text))
  if (result.success) return result.data
  const [issue] = result.error.issues
  throw new Error(`${issue?.path.join('.') || 'the document'}: ${issue?.message}`)
}
