import type { Picture } from '../ast/small-types.ts'
import type { PictureVariant, PictureWish } from '../contract/renderer.ts'
import type { SourceFile } from '../contract/source.ts'
import type { Workspace } from './workspace.ts'

export interface Rights {
  credit?: string
  copyright?: string
}

/** Cuts one variant; the sharp edge of the picture layer. */
export type CutPicture = (original: SourceFile, picture: Picture, wish: PictureWish, rights: Rights) => Promise<PictureVariant>

/** Serves variants of pictures: equal wishes are cut once in a run, for all stories and formats, and are kept on disk, not in memory. */
export interface PictureDesk {
  variant(picture: Picture, wish: PictureWish, rights: Rights): Promise<PictureVariant>
}

export function openPictureDesk(workspace: Workspace, original: (path: string) => Promise<SourceFile>, cut: CutPicture): PictureDesk {
  const cutting = new Map<string, Promise<Omit<PictureVariant, 'bytes'>>>()

  const cutOnce = async (picture: Picture, wish: PictureWish, rights: Rights) => {
    const { bytes, ...facts } = await cut(await original(picture.src), picture, wish, rights)
    await workspace.keep(bytes)
    return facts
  }

  return {
    async variant(picture, wish, rights) {
      const key = JSON.stringify([picture.sha256, wish.width, wish.height, wish.format, wish.isDraft === true, rights.credit, rights.copyright])
      const job = cutting.get(key) ?? cutOnce(picture, wish, rights)
      cutting.set(key, job)
      const facts = await job
      return { ...facts, bytes: await workspace.read(facts.sha256) }
    },
  }
}
