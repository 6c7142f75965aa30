import { availableParallelism } from 'node:os'
import pLimit from 'p-limit'
import type { Picture } from '../ast/small-types.ts'
import type { Cache } from '../cache/cache.ts'
import { hashOf } from '../cache/hash-of.ts'
import type { CutFacts, PictureVariant, PictureWish } from '../contract/renderer.ts'
import type { SourceFile } from '../contract/source.ts'
import { version } from '../tools/installation.ts'
import type { Workspace } from './workspace.ts'

/** Whose a picture is, as its file is to say. */
export interface Rights {
  credit?: string
  copyright?: string
}

/** Cuts one variant; the sharp edge of the picture layer. */
export type CutPicture = (original: SourceFile, picture: Picture, wish: PictureWish, rights: Rights) => Promise<CutFacts & { bytes: Uint8Array }>

/** A variant, and the record of the cache that tells of it. */
export interface DeskVariant extends PictureVariant {
  record: string
}

/** Serves variants of pictures: equal wishes are cut once, for all stories and formats and, with a cache, all runs; they are kept on disk, not in memory. */
export interface PictureDesk {
  variant(picture: Picture, wish: PictureWish, rights: Rights): Promise<DeskVariant>
}

interface DeskParts {
  workspace: Pick<Workspace, 'keep' | 'read'>
  /** Absent: variants live as long as the run. */
  cache?: Pick<Cache, 'objects' | 'records'>
  /** Names the code and libraries that cut: other ones give other bytes. */
  code?: string
  /** The bytes that were measured; throws where they are not to be had any more. */
  original(picture: Pick<Picture, 'src' | 'sha256'>): Promise<SourceFile>
  cut: CutPicture
}

// What is forgotten is found in the cache, or cut again.
const factsInMemory = 4000

// libvips works on threads of its own: more cuts at a time than cores take memory and save no time.
const cutsAtOnce = availableParallelism()

/** Open the desk of one run. */
export function openPictureDesk({ workspace, cache, code = version, original, cut }: DeskParts): PictureDesk {
  const limit = pLimit(cutsAtOnce)
  const cutting = new Map<string, Promise<CutFacts>>()
  const keep = async (bytes: Uint8Array, sha256: string): Promise<void> => (cache ? cache.objects.keep(sha256, bytes) : void (await workspace.keep(bytes)))
  const read = (sha256: string): Promise<Uint8Array | undefined> => (cache ? cache.objects.read(sha256) : workspace.read(sha256))

  return {
    async variant(picture, wish, rights) {
      const key = hashOf(JSON.stringify([code, picture.sha256, wish.width, wish.height, wish.format, rights.credit, rights.copyright]))
      const [shelf, name] = [`picture-${key.slice(0, 2)}`, key.slice(2)]
      const cutNow = async (): Promise<CutFacts & { bytes: Uint8Array }> => {
        const fresh = await limit(async () => cut(await original(picture), picture, wish, rights))
        const { bytes, ...facts } = fresh
        await keep(bytes, facts.sha256)
        await cache?.records.keep(shelf, name, facts, { objects: [facts.sha256] })
        return fresh
      }
      const cutOnce = async (): Promise<CutFacts> => {
        const { bytes: _onDisk, ...facts } = await cutNow()
        return facts
      }
      const known = cutting.get(key) ?? recall(cache, shelf, name) ?? cutOnce()
      cutting.set(key, known)
      if (cutting.size > factsInMemory) cutting.delete(cutting.keys().next().value ?? '')
      const facts = await known
      // What was damaged on disk since is cut again: equal wishes give equal bytes.
      return { ...facts, record: `${shelf}/${name}`, read: async () => (await read(facts.sha256)) ?? (await cutNow()).bytes }
    },
  }
}

function recall(cache: DeskParts['cache'], shelf: string, name: string): Promise<CutFacts> | undefined {
  const facts = cache?.records.find<CutFacts>(shelf, name)
  return facts && Promise.resolve(facts)
}
