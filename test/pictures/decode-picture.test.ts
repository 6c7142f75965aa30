import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { decodePicture, type Pixels } from '../../pipeline/pictures/decode-picture.ts'
import { measurePicture } from '../../pipeline/pictures/measure-picture.ts'
import { drawPhoto } from '../support/photos.ts'

/** Measure and decode, as a run does. */
async function decode(bytes: Uint8Array, least: { width: number; height: number }, path = 'media/boat.jpg'): Promise<Pixels> {
  const measured = await measurePicture({ path, bytes })
  if ('problem' in measured) throw new Error(measured.problem)
  return decodePicture(bytes, measured.picture, least)
}

describe('a picture that is drawn on is decoded', () => {
  it.each([
    ['whole, where half of it would not fill', { width: 700, height: 100 }, 1200, 800],
    ['half as large, where that fills', { width: 600, height: 400 }, 600, 400],
    ['an eighth as large and no smaller', { width: 10, height: 10 }, 150, 100],
    ['as it is, where it is too small', { width: 4000, height: 4000 }, 1200, 800],
    ['so that it fills the longer way, too', { width: 100, height: 500 }, 1200, 800],
  ])('%s', async (_reason, least, width, height) => {
    const { pixels, ...size } = await decode(await drawPhoto(1200, 800).toBuffer(), least)
    expect(size).toEqual({ width, height })
    expect(pixels).toHaveLength(width * height * 3)
  })

  it('upright, where the camera was held upright', async () => {
    const { width, height } = await decode(await drawPhoto(1200, 800).withMetadata({ orientation: 6 }).toBuffer(), { width: 400, height: 600 })
    expect([width, height]).toEqual([400, 600])
  })

  it('at just the size that fills, where it is a drawing', async () => {
    const drawing = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 12"><rect width="12" height="12"/></svg>')
    const { pixels, ...size } = await decode(drawing, { width: 100, height: 300 }, 'media/map.svg')
    expect(size).toEqual({ width: 600, height: 300 })
    // Black on the left, and white where it is transparent.
    expect([pixels[0], pixels[599 * 3]]).toEqual([0, 255])
  })

  it('in colour, where it is grey', async () => {
    const grey = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#808080' } }).toColourspace('b-w').jpeg().toBuffer()
    expect((await decode(grey, { width: 40, height: 30 })).pixels).toHaveLength(40 * 30 * 3)
  })
})
