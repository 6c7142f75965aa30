import { describe, expect, it } from 'vitest'
import type { Picture } from '../../pipeline/ast/small-types.ts'
import type { PictureWish } from '../../pipeline/contract/renderer.ts'
import { preparePictures } from '../../pipeline/markup/page/picture-files.ts'

const photo = (width: number): Picture => ({ src: 'media/boat.jpg', sha256: 'ab', mediaType: 'image/jpeg', bytes: 1000, width, height: width / 2 })

async function wishesFor(width: number) {
  const wishes: string[] = []
  const picture = async (_: Picture, { width: wide, format }: PictureWish) => {
    wishes.push(`${wide} ${format}`)
    return { sha256: `${wide} ${format}`, size: 1, mediaType: `image/${format}` as const, width: wide, height: wide / 2, read: async () => new Uint8Array() }
  }
  const files = await preparePictures([{ picture: photo(width), alt: 'A boat.', place: 'figure' }], ['avif', 'webp', 'jpeg'], {
    picture,
    asset: (_content, name, extension) => ({ path: `assets/${name}.${extension}`, url: `https://g.example/assets/${name}.${extension}` }),
    source: async () => new Uint8Array(),
    signal: new AbortController().signal,
  })
  return { wishes, files: files.of(photo(width), 'figure') }
}

describe('the files of a picture', () => {
  it('are asked for by width, all formats of one after each other, so that it is scaled once for them', async () => {
    const { wishes } = await wishesFor(3000)
    expect(wishes).toEqual(['400 avif', '400 webp', '800 avif', '800 webp', '800 jpeg', '1200 avif', '1200 webp'])
  })

  it('are told by type, best first, and the last one on its own', async () => {
    const { files } = await wishesFor(3000)
    expect(files.byType.map(({ type, cuts }) => [type, ...cuts.map(({ width }) => width)])).toEqual([['image/avif', 400, 800, 1200], ['image/webp', 400, 800, 1200]])
    expect(files.fallback.map(({ asset }) => asset.path)).toEqual(['assets/boat-800.jpg'])
  })

  it('end in its own width, once', async () => {
    expect((await wishesFor(500)).wishes).toEqual(['400 avif', '400 webp', '500 avif', '500 webp', '500 jpeg'])
  })
})
