import { hashOf } from '../../pipeline/cache/hash-of.ts'
import type { SourceFile } from '../../pipeline/contract/source.ts'
import { cutPicture } from '../../pipeline/pictures/cut-picture.ts'
import { openPictureDesk, type PictureDesk } from '../../pipeline/run/picture-desk.ts'

/** A picture desk that really cuts, and keeps what it has cut in memory. */
export function picturesInMemory(original: (path: string) => Promise<SourceFile>): PictureDesk {
  const kept = new Map<string, Uint8Array>()
  const workspace = {
    keep: async (bytes: Uint8Array) => {
      kept.set(hashOf(bytes), bytes)
      return hashOf(bytes)
    },
    read: async (sha256: string) => kept.get(sha256),
  }
  return openPictureDesk({ workspace, original: ({ src }) => original(src), cut: cutPicture })
}
