import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { measurePicture } from '../../pipeline/pictures/measure-picture.ts'
import { scalePicture } from '../../pipeline/pictures/scale-picture.ts'
import { drawPhoto } from '../support/photos.ts'

const bytes = await drawPhoto(300, 200).toBuffer()
const measured = await measurePicture({ path: 'boat.jpg', bytes })
if ('problem' in measured) throw new Error(measured.problem)
const { picture } = measured
const frame = (width: number, height?: number) => ({ width, scale: width / 300, ...(height === undefined ? {} : { height }) })

describe('a picture that is scaled for its cuts', () => {
  it('is decoded once for all formats of one size, and anew for every other size, shape and picture', async () => {
    const first = scalePicture(bytes, picture, frame(60))
    expect(scalePicture(bytes, picture, frame(60))).toBe(first)
    const others = await Promise.all([scalePicture(bytes, picture, frame(90)), scalePicture(bytes, picture, frame(60, 60)), scalePicture(bytes, { ...picture, sha256: 'other' }, frame(60))])
    expect(others.map(({ raw }) => [raw.width, raw.height])).toEqual([[90, 60], [60, 60], [60, 40]])
    expect(await first).toMatchObject({ raw: { width: 60, height: 40, channels: 3 } })
  })

  it('is forgotten after a few others', async () => {
    const first = scalePicture(bytes, picture, frame(50))
    for (const width of [51, 52, 53, 54]) await scalePicture(bytes, picture, frame(width))
    expect(scalePicture(bytes, picture, frame(50))).not.toBe(first)
  })

  it('is not remembered where it could not be decoded', async () => {
    const broken = scalePicture(new Uint8Array([1, 2, 3]), { ...picture, sha256: 'broken' }, frame(60))
    await expect(broken).rejects.toThrow(/unsupported image format/)
    await expect(scalePicture(bytes, { ...picture, sha256: 'broken' }, frame(60))).resolves.toMatchObject({ raw: { width: 60 } })
  })

  it('has eight bits a channel whatever it was, and no more channels than it needs', async () => {
    const deep = await sharp({ create: { width: 20, height: 20, channels: 4, background: { r: 200, g: 100, b: 50, alpha: 0.5 } } }).toColourspace('rgb16').png().toBuffer()
    const { pixels, raw } = await scalePicture(deep, { ...picture, mediaType: 'image/png', width: 20, height: 20, sha256: 'deep' }, frame(10))
    expect(raw).toEqual({ width: 10, height: 10, channels: 4 })
    expect(pixels.length).toBe(10 * 10 * 4)
  })
})
