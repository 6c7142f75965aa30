import { describe, expect, it } from 'vitest'
import type { PictureMetadata } from '../../pipeline/contract/source.ts'
import { defaultLimits } from '../../pipeline/ast/limits.ts'
import { measurePicture } from '../../pipeline/pictures/measure-picture.ts'
import { boastfulPng, drawPhoto, withIptc, withXmp } from '../support/photos.ts'

const jpeg = await drawPhoto().toBuffer()
const png = await drawPhoto().png().toBuffer()
const webp = await drawPhoto().webp().toBuffer()
const avif = await drawPhoto().avif({ effort: 0 }).toBuffer()
const gif = await drawPhoto().gif().toBuffer()
const boast = await boastfulPng(20_000, 10_000)
const svg = (inside: string) => Buffer.from(`<?xml version="1.0"?>\n<!-- a map -->\n<svg xmlns="http://www.w3.org/2000/svg" ${inside}><rect width="9" height="9"/></svg>`)

async function metadataOf(bytes: Uint8Array, path = 'media/boat.jpg'): Promise<PictureMetadata> {
  const measured = await measurePicture({ path, bytes })
  if ('problem' in measured) throw new Error(measured.problem)
  return measured.metadata
}

describe('measurePicture', () => {
  it.each([
    ['boat.jpg', jpeg, 'image/jpeg'],
    ['BOAT.JPEG', jpeg, 'image/jpeg'],
    ['boat.png', png, 'image/png'],
    ['boat.webp', webp, 'image/webp'],
    ['boat.avif', avif, 'image/avif'],
  ])('measures %s', async (path, bytes, mediaType) => {
    const measured = await measurePicture({ path, bytes })
    expect(measured).toMatchObject({ picture: { src: path, mediaType, width: 120, height: 80, bytes: bytes.length } })
  })

  it('gives the size as displayed, not as stored, where the camera was held upright', async () => {
    const upright = await drawPhoto().withExif({ IFD0: { Make: 'Lis' } }).withMetadata({ orientation: 6 }).toBuffer()
    expect(await measurePicture({ path: 'boat.jpg', bytes: upright })).toMatchObject({ picture: { width: 80, height: 120 } })
  })

  it.each([
    ['its width and height', 'width="240" height="120"', 240, 120],
    ['its viewBox', 'viewBox="0 0 240 120"', 240, 120],
    ['its viewBox where the size is relative', 'width="100%" height="100%" viewBox="0 0 240 120"', 240, 120],
    ['its width and the shape of its viewBox', 'width="480" viewBox="0 0 240 120"', 480, 240],
  ])('measures an SVG by %s', async (_by, attributes, width, height) => {
    expect(await measurePicture({ path: 'map.svg', bytes: svg(attributes) })).toMatchObject({ picture: { mediaType: 'image/svg+xml', width, height } })
  })

  it.each([
    ['an empty file', 'boat.jpg', Buffer.alloc(0), { problem: 'empty' }],
    ['a JPEG cut short', 'boat.jpg', jpeg.subarray(0, jpeg.length - 400), { problem: 'unreadable', detail: 'it breaks off, or a part of it is broken' }],
    ['a PNG cut short', 'boat.png', png.subarray(0, 200), { problem: 'unreadable' }],
    ['an SVG that is not well-formed', 'map.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><g></svg>'), { problem: 'unreadable' }],
    ['a PNG that is called a JPEG', 'boat.jpg', png, { problem: 'wrong-type', found: 'PNG', expected: 'JPEG' }],
    ['a JPEG whose name has no ending', 'boat', jpeg, { problem: 'wrong-type', found: 'JPEG', expected: 'no picture' }],
    ['a GIF', 'boat.gif', gif, { problem: 'unknown-type', found: 'GIF', expected: 'JPEG, PNG, WebP, AVIF or SVG' }],
    ['a page that was saved as a picture', 'boat.jpg', Buffer.from('<!doctype html><title>Not found</title>'), { problem: 'unknown-type', found: 'HTML' }],
    ['a text', 'boat.jpg', Buffer.from('A boat.'), { problem: 'unknown-type', found: undefined }],
    ['an enormous picture, without decoding it', 'boat.png', boast, { problem: 'too-large', width: 20_000, height: 10_000, limit: 100_000_000 }],
  ])('refuses %s', async (_what, path, bytes, problem) => {
    expect(await measurePicture({ path, bytes })).toMatchObject(problem)
  })

  it('counts pixels, not the longer side', async () => {
    expect(await measurePicture({ path: 'boat.jpg', bytes: jpeg }, { ...defaultLimits, pixels: 120 * 80 })).toHaveProperty('picture')
    expect(await measurePicture({ path: 'boat.jpg', bytes: jpeg }, { ...defaultLimits, pixels: 120 * 80 - 1 })).toHaveProperty('problem', 'too-large')
  })

  it('reads nothing that an SVG refers to', async () => {
    const bytes = Buffer.from('<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/hostname">]><svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text>&x;</text></svg>')
    expect(await measurePicture({ path: 'map.svg', bytes })).toHaveProperty('problem', 'active')
  })

  it('counts the bytes of a photo and of a drawing', async () => {
    expect(await measurePicture({ path: 'boat.jpg', bytes: jpeg }, { ...defaultLimits, photo: jpeg.length - 1 })).toEqual({ problem: 'too-heavy', bytes: jpeg.length, limit: jpeg.length - 1 })
    expect(await measurePicture({ path: 'map.svg', bytes: svg('width="9" height="9"') }, { ...defaultLimits, drawing: 50 })).toHaveProperty('problem', 'too-heavy')
  })
})

describe('what a picture says of itself', () => {
  const says = { caption: 'Łódź – “São Tomé”', credit: 'Zoë Agência', copyright: '© 2026 Agência', alt: 'A yellow boat.' }
  const { alt: _, ...saysInIptc } = says

  it('is read from XMP, in the default language', async () => {
    expect(await metadataOf(await withXmp(drawPhoto(), says))).toEqual(says)
  })

  it.each(['webp', 'avif'] as const)('is read from %s', async (format) => {
    expect(await metadataOf(await withXmp(drawPhoto().toFormat(format), says), `boat.${format}`)).toEqual(says)
  })

  it('is read from IPTC that is marked as UTF-8', async () => {
    expect(await metadataOf(withIptc(jpeg, saysInIptc, 'utf8'))).toEqual(saysInIptc)
  })

  it('is read from IPTC without a mark, as older programs write it', async () => {
    const old = { caption: 'São Tomé', credit: 'Zoë Agência', copyright: '© 2026 Agência' }
    expect(await metadataOf(withIptc(jpeg, old, 'latin1'))).toEqual(old)
  })

  it('is read from EXIF', async () => {
    const bytes = await drawPhoto().withExif({ IFD0: { ImageDescription: 'A boat', Artist: 'Ewa Nowak', Copyright: 'Agency 2026' } }).toBuffer()
    expect(await metadataOf(bytes)).toEqual({ caption: 'A boat', credit: 'Ewa Nowak', copyright: 'Agency 2026' })
  })

  it('is taken from XMP first, then from IPTC, then from EXIF, key by key', async () => {
    const exif = drawPhoto().withExif({ IFD0: { ImageDescription: 'exif', Artist: 'exif', Copyright: 'exif' } })
    const bytes = withIptc(await withXmp(exif, { caption: 'xmp' }), { caption: 'iptc', credit: 'iptc' }, 'utf8')
    expect(await metadataOf(bytes)).toEqual({ caption: 'xmp', credit: 'iptc', copyright: 'exif' })
  })

  it('names who took the picture where there is no credit line', async () => {
    expect(await metadataOf(await withXmp(drawPhoto(), { creator: 'Ewa Nowak' }))).toEqual({ credit: 'Ewa Nowak' })
  })

  it('is one line of text', async () => {
    expect(await metadataOf(withIptc(jpeg, { caption: '  A boat\r\n leaves.\0 ' }, 'utf8'))).toEqual({ caption: 'A boat leaves.' })
  })

  it.each(['OLYMPUS DIGITAL CAMERA', 'SONY DSC'])('is not what the camera calls itself: %s', async (ImageDescription) => {
    expect(await metadataOf(await drawPhoto().withExif({ IFD0: { ImageDescription } }).toBuffer())).toEqual({})
  })

  it('is nothing where its metadata is damaged; the picture is still good', async () => {
    const bytes = await drawPhoto().withXmp('<x:xmpmeta <<<').toBuffer()
    expect(await metadataOf(bytes)).toEqual({})
  })
})
