import { createHash, hash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'

/** sha256 of bytes or of UTF-8 text, hex. */
export function hashOf(content: Uint8Array | string): string {
  return hash('sha256', content, 'hex')
}

/** sha256 of bytes or of UTF-8 text that is not in one piece, hex. */
export function hashOfPieces(pieces: Iterable<Uint8Array | string>): string {
  const whole = createHash('sha256')
  for (const piece of pieces) whole.update(piece)
  return whole.digest('hex')
}

/** sha256 of what a file holds, hex; no more than a part of it is in memory. Throws where it cannot be read. */
export async function hashOfFile(path: string): Promise<string> {
  const whole = createHash('sha256')
  await pipeline(createReadStream(path), whole)
  return whole.digest('hex')
}
