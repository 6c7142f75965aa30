import { createHash } from 'node:crypto'

/** sha256 of bytes or of UTF-8 text, hex. */
export function hashOf(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex')
}

/** sha256 of bytes that are not in one piece, hex. */
export function hashOfPieces(pieces: readonly Uint8Array[]): string {
  const hash = createHash('sha256')
  for (const piece of pieces) hash.update(piece)
  return hash.digest('hex')
}
