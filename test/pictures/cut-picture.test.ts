import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { load } from 'exifreader'
import sharp from 'sharp'
import { afterEach, describe, expect, it } from 'vitest'
import type { PictureWish } from '../../pipeline/contract/renderer.ts'
import { cutPicture, type FreshCut } from '../../pipeline/pictures/cut-picture.ts'
import { measurePicture } from '../../pipeline/pictures/measure-picture.ts'
import { drawPhoto, withIptc, withXmp } from '../support/photos.ts'

const photo = await drawPhoto(1200, 800).toBuffer()

/** Measure and cut, as a run does. */
async function cut(bytes: Uint8Array, wish: PictureWish, rights = {}, path = 'media/boat.jpg'): Promise<FreshCut> {
  const measured = await measurePicture({ path, bytes })
  if ('problem' in measured) throw new Error(measured.problem)
  return cutPicture({ path, bytes }, measured.picture, wish, rights)
}

/** Red, green and blue at one place, each from 0 to 255. */
async function colourAt(bytes: Uint8Array, left: number, top: number): Promise<number[]> {
  return [...(await sharp(bytes).removeAlpha().extract({ left, top, width: 1, height: 1 }).raw().toBuffer())]
}

async function alphaAt(bytes: Uint8Array, left: number): Promise<number | undefined> {
  return (await sharp(bytes).extract({ left, top: 5, width: 1, height: 1 }).raw().toBuffer())[3]
}

describe('the size of a variant', () => {
  it.each([
    ['is the wished width, in the shape of the picture', { width: 600 }, 600, 400],
    ['is never larger than the picture', { width: 4000 }, 1200, 800],
    ['is exactly the wished shape where a height is given', { width: 600, height: 600 }, 600, 600],
    ['keeps the wished shape where the picture is too small for it', { width: 2400, height: 1260 }, 1200, 630],
    ['keeps a tall shape within a wide picture', { width: 1080, height: 1920 }, 450, 800],
  ])('%s', async (_promise, size, width, height) => {
    const variant = await cut(photo, { ...size, format: 'jpeg' })
    expect(variant).toMatchObject({ width, height })
    expect(await sharp(variant.bytes).metadata()).toMatchObject({ width, height })
  })

  it('is that of the upright picture, where the camera was held upright', async () => {
    const upright = await drawPhoto(1200, 800).withMetadata({ orientation: 6 }).toBuffer()
    const variant = await cut(upright, { width: 400, format: 'jpeg' })
    expect(variant).toMatchObject({ width: 400, height: 600 })
    expect((await sharp(variant.bytes).metadata()).orientation).toBeUndefined()
  })

  it('is what is wished of a drawing, which stays sharp at any size', async () => {
    const drawing = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 12"><rect width="12" height="12"/></svg>')
    const variant = await cut(drawing, { width: 1200, height: 630, format: 'png' }, {}, 'map.svg')
    expect(variant).toMatchObject({ width: 1200, height: 630 })
  })
})

describe('what is cut', () => {
  it.each([
    ['jpeg', 'jpeg'],
    ['webp', 'webp'],
    ['avif', 'heif'],
    ['png', 'png'],
  ] as const)('is %s where that is wished', async (format, found) => {
    const variant = await cut(photo, { width: 200, format })
    expect(variant.mediaType).toBe(`image/${format}`)
    expect((await sharp(variant.bytes).metadata()).format).toBe(found)
  })

  it('keeps what draws the eye in the crop', async () => {
    const { bytes } = await cut(photo, { width: 400, height: 800, format: 'png' })
    const [red = 0, , blue = 255] = await colourAt(bytes, 200, 520)
    expect(red - blue).toBeGreaterThan(100)
  })

  it('is a JPEG that loads in passes', async () => {
    expect(await sharp((await cut(photo, { width: 600, format: 'jpeg' })).bytes).metadata()).toMatchObject({ isProgressive: true })
  })

  it('is in sRGB and carries no profile, whatever the picture was in', async () => {
    const wide = await drawPhoto().withIccProfile('p3').toBuffer()
    const print = await drawPhoto().toColourspace('cmyk').withIccProfile('cmyk').toBuffer()
    for (const original of [wide, print]) {
      const { bytes } = await cut(original, { width: 100, format: 'webp' })
      expect(await sharp(bytes).metadata()).toMatchObject({ space: 'srgb', hasProfile: false })
    }
  })

  it('stands on white where JPEG cannot be transparent', async () => {
    const clear = await sharp({ create: { width: 60, height: 40, channels: 4, background: '#00000000' } }).png().toBuffer()
    expect(await colourAt((await cut(clear, { width: 60, format: 'jpeg' }, {}, 'logo.png')).bytes, 5, 5)).toEqual([255, 255, 255])
    expect((await sharp((await cut(clear, { width: 60, format: 'webp' }, {}, 'logo.png')).bytes).metadata()).hasAlpha).toBe(true)
  })

  it('is the first frame of an animated picture', async () => {
    const frames = await Promise.all(['#ff0000', '#0000ff'].map((background) => sharp({ create: { width: 60, height: 40, channels: 3, background } }).png().toBuffer()))
    const animated = await sharp(frames, { join: { animated: true } }).webp({ lossless: true }).toBuffer()
    const { bytes, height } = await cut(animated, { width: 60, format: 'png' }, {}, 'boat.webp')
    expect(height).toBe(40)
    expect(await colourAt(bytes, 5, 5)).toEqual([255, 0, 0])
  })

  it('holds nothing of a file that a drawing refers to, only what is inside of it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'galley-drawing-'))
    const red = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#f00' } }).png().toBuffer()
    await writeFile(join(folder, 'red.png'), red)
    const [outside, inside] = [`file://${folder}/red.png`, `data:image/png;base64,${red.toString('base64')}`]
    const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"><image width="10" height="10" href="${outside}"/><image x="10" width="10" height="10" href="${inside}"/></svg>`
    // Measuring refuses it; cutting would not be led astray either.
    const picture = { src: 'map.svg', sha256: 'a'.repeat(64), mediaType: 'image/svg+xml' as const, width: 20, height: 10, bytes: drawing.length }
    const { bytes } = await cutPicture({ path: 'map.svg', bytes: Buffer.from(drawing) }, picture, { width: 20, format: 'png' }, {})
    expect([await alphaAt(bytes, 5), await alphaAt(bytes, 15)]).toEqual([0, 255])
    await rm(folder, { recursive: true })
  })
})

describe('what a variant says of itself', () => {
  const rights = { credit: 'Zoë & Söhne <Agência>', copyright: '© 2026 Agência' }

  it.each(['jpeg', 'webp', 'avif'] as const)('is credit and copyright in %s, and nothing else', async (format) => {
    const exif = { IFD0: { Artist: 'Ewa Nowak', Model: 'Camera' }, GPSIFD: { GPSLatitudeRef: 'N', GPSLatitude: '54/1 31/1 0/1' } }
    const talkative = withIptc(await drawPhoto(300, 200).withExif(exif).toBuffer(), { caption: 'A secret place' }, 'utf8')
    const { bytes } = await cut(talkative, { width: 200, format }, rights)
    const { xmp, exif: camera, iptc, gps } = load(Buffer.from(bytes), { expanded: true })
    expect(xmp?.['Credit']?.description).toBe(rights.credit)
    expect(xmp?.['rights']?.description).toBe(rights.copyright)
    expect({ iptc, gps }).toEqual({})
    expect(Object.keys(camera ?? {})).not.toContain('Model')
    expect(Buffer.from(bytes).includes('secret')).toBe(false)
  })

  it('is what the original said of its rights where the story says nothing', async () => {
    const { bytes } = await cut(await withXmp(drawPhoto(), { credit: 'Ewa Nowak', copyright: '© Agency' }), { width: 60, format: 'jpeg' }, { credit: 'Handout' })
    const { xmp } = load(Buffer.from(bytes), { expanded: true })
    expect([xmp?.['Credit']?.description, xmp?.['rights']?.description]).toEqual(['Handout', '© Agency'])
  })

  it('is nothing where neither is known', async () => {
    const { bytes } = await cut(await drawPhoto().withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"/>').toBuffer(), { width: 60, format: 'jpeg' })
    expect(await sharp(bytes).metadata()).not.toHaveProperty('xmp')
  })
})

describe('equal wishes', () => {
  afterEach(() => void sharp.concurrency(1))

  it.each(['jpeg', 'webp', 'avif', 'png'] as const)('give equal bytes of %s, whatever else is being cut and on however many threads', async (format) => {
    const wish = { width: 900, height: 500, format }
    const alone = await cut(photo, wish)
    sharp.concurrency(4)
    const together = await Promise.all([cut(photo, wish), cut(photo, { ...wish, width: 500 }), cut(photo, wish)])
    expect(together.map(({ sha256 }) => sha256).filter((sha256) => sha256 === alone.sha256)).toHaveLength(2)
  })
})
