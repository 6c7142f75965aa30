import { createHash } from 'node:crypto'

/** sha256 of bytes or of UTF-8 text, hex. */
export function hashOf(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex')
}
