import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { encodeCard } from '../../pipeline/renderers/card/encode-card.ts'
import type { Photo } from '../../pipeline/renderers/card/crop-photo.ts'
import { layOver } from '../../pipeline/renderers/card/lay-over.ts'
import { photoAbove } from '../../pipeline/renderers/card/photo-above.ts'
import { shadeFor, shadePhoto } from '../../pipeline/renderers/card/shade-photo.ts'
import { sizeRules } from '../../pipeline/renderers/card/card-sizes.ts'
import { fadeAt, shadeGrey, shadeUnderWordsAt } from '../../templates/card/shade.ts'

describe('the shade of a card', () => {
  it('begins with nothing, never turns back, and is whole where the words begin', () => {
    const steps = Array.from({ length: 101 }, (_, step) => fadeAt(step / 100, 0.6))
    expect([steps[0], steps.at(-1)]).toEqual([0, 0.6])
    expect(steps.toSorted((one, other) => one - other)).toEqual(steps)
    expect(shadeUnderWordsAt(0, 0.6)).toBe(0.6)
  })

  it('mixes each byte with its grey, to the nearest whole but one', () => {
    const photo = Buffer.from(Array.from({ length: 8 * 8 * 3 }, (_, index) => (index * 37) % 256))
    const before = Buffer.from(photo)
    shadePhoto(photo, { width: 8, words: { top: 4, height: 4 } }, 2, 0.55)
    expect(photo.subarray(0, 2 * 24)).toEqual(before.subarray(0, 2 * 24))
    for (let row = 2; row < 8; row++) {
      const opacity = row < 4 ? fadeAt((row - 2 + 0.5) / 2, 0.55) : shadeUnderWordsAt((row - 4 + 0.5) / 4, 0.55)
      for (let at = row * 24; at < (row + 1) * 24; at++) expect(Math.abs((photo[at] ?? 0) - (before[at] ?? 0) * (1 - opacity) - shadeGrey * opacity)).toBeLessThanOrEqual(1)
    }
  })

  it('is as strong as the brightest part under the words asks, wherever else the photo is bright', () => {
    const card = { ...sizeRules.og, focus: 0.25 }
    const whole = { left: 0, top: 0, width: 40, height: 40 }
    expect([30, 170, 255].map((grey) => shadeFor(underWhiteSky(grey), whole, card))).toEqual([0.5, 0.58, 0.74])
  })
})

describe('a photo above the words', () => {
  const cover = { ...sizeRules.cover, width: 40, height: 60, fade: 8 }

  it('is not scaled where it is about as large, and ends in the shade', async () => {
    const photo = photoOf(40, 28)
    const ground = await photoAbove(photo, cover, 'news', 30)
    expect(rowsOf(ground, 0, 20)).toEqual(rowsOf(photo.pixels, 0, 20))
    expect(rowsOf(ground, 20, 28)).not.toEqual(rowsOf(photo.pixels, 20, 28))
    expect(new Set(rowsOf(ground, 28, 60))).toEqual(new Set([shadeGrey]))
  })

  it('is as high as the room that it has where it is smaller or larger', async () => {
    for (const photo of [photoOf(20, 15), photoOf(120, 90)]) {
      const ground = await photoAbove(photo, cover, 'news', 30)
      expect(rowsOf(ground, 0, 22).some((value) => value === shadeGrey)).toBe(false)
      expect(new Set(rowsOf(ground, 30, 60))).toEqual(new Set([shadeGrey]))
    }
  })

  it('reaches a panel that words bring, whole and without a shade', async () => {
    const ground = await photoAbove(photoOf(40, 28), cover, 'paid', 30)
    expect(Math.min(...rowsOf(ground, 0, 30))).toBeGreaterThanOrEqual(40)
  })
})

describe('what is drawn on a card', () => {
  it('covers where it is opaque, mixes where it is not, and leaves all else', () => {
    const photo = Buffer.alloc(3 * 3 * 3, 100)
    const drawn = Buffer.from([0, 0, 0, 0, 200, 150, 50, 255, 64, 64, 64, 128])
    layOver(photo, { width: 3, pixels: drawn, drawn: { top: 1, height: 1 } })
    expect([...photo.subarray(9, 18)]).toEqual([100, 100, 100, 200, 150, 50, 114, 114, 114])
    expect([...photo.subarray(0, 9), ...photo.subarray(18)].every((value) => value === 100)).toBe(true)
  })
})

describe('a card of a photo with more detail than a file has room for', () => {
  const { width, height, maxBytes } = sizeRules.og
  const grain = (share: number) => Buffer.from(Array.from({ length: width * height * 3 }, (_, index) => 128 + Math.round(share * (((Math.imul(index, 2_654_435_761) >>> 24) & 255) - 128))))

  it.each([['some grain', 0.12], ['grain', 0.4], ['nothing but grain', 1]])('stays under its limit: %s', async (_reason, share) => {
    const bytes = await encodeCard(grain(share), sizeRules.og, '<x:xmpmeta xmlns:x="adobe:ns:meta/"/>')
    expect(bytes.length).toBeLessThanOrEqual(maxBytes)
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'jpeg', width, height, chromaSubsampling: '4:4:4' })
  })
})

/** A photo that is white in its upper quarter. */
function underWhiteSky(grey: number) {
  return { pixels: Buffer.concat([Buffer.alloc(40 * 10 * 3, 255), Buffer.alloc(40 * 30 * 3, grey)]), width: 40, height: 40 }
}

/** A photo without any black. */
function photoOf(width: number, height: number): Photo {
  const pixels = Buffer.from(Array.from({ length: width * height * 3 }, (_, index) => 40 + (index % 150)))
  return { pixels, width, height, small: { pixels, width, height }, focus: { x: width / 2, y: height / 2 } }
}

/** Some rows of what is 40 pixels wide. */
function rowsOf(ground: Buffer, from: number, to: number): number[] {
  return [...ground.subarray(from * 40 * 3, to * 40 * 3)]
}
