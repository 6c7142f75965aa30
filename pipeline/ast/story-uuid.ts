import { createHash } from 'node:crypto'

/** Name space for names that are URLs (RFC 9562, 6.6). */
const urlNamespace = '6ba7b8119dad11d180b400c04fd430c8'

/**
 * The identity of a story for machines, in books and feeds: UUID version 5 (RFC 9562, 5.5) of the newspaper's address and the story's
 * permanent id, so that a corrected edition replaces the old one, and a new address is no new story.
 */
export function storyUuid(publicationUrl: string, articleId: string): string {
  const name = `${publicationUrl}/#${articleId}`
  const hash = createHash('sha1').update(Buffer.from(urlNamespace, 'hex')).update(name).digest().subarray(0, 16)
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6)
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8)
  return hash.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
