import type { ExpandedTags } from 'exifreader'
import type { PictureMetadata } from '../contract/source.ts'

/**
 * What a picture says of itself: XMP before IPTC before EXIF, key by key, as the IPTC Photo Metadata Standard maps them
 * onto each other (https://iptc.org/std/photometadata/specification/). Plain text in one line, UTF-8 or Latin-1 read as its mark says.
 * Damaged metadata is none: the picture itself may still be good.
 */
export async function readMetadata(bytes: Uint8Array): Promise<PictureMetadata> {
  const { default: ExifReader } = await import('exifreader')
  try {
    const tags = ExifReader.load(Buffer.from(bytes), { expanded: true })
    return choose(tags)
  } catch {
    return {}
  }
}

function choose({ xmp, iptc, exif }: ExpandedTags): PictureMetadata {
  const found = {
    caption: first([xmp?.['description'], iptc?.['Caption/Abstract'], exif?.['ImageDescription']], isWritten),
    // A credit line wherever there is one; else whoever took the picture.
    credit: first([xmp?.['Credit'], iptc?.['Credit'], xmp?.['creator'], iptc?.['By-line'], exif?.['Artist']]),
    copyright: first([xmp?.['rights'], iptc?.['Copyright Notice'], exif?.['Copyright']]),
    alt: first([xmp?.['AltTextAccessibility']]),
  }
  return Object.fromEntries(Object.entries(found).filter(([, text]) => text !== undefined))
}

function first(tags: readonly unknown[], accept: (text: string) => boolean = () => true): string | undefined {
  return tags.map(textOf).find((text) => text !== '' && accept(text))
}

interface Tag {
  value?: unknown
  description?: unknown
  attributes?: { lang?: string }
}

/** Of a text in several languages its default, else the first; of several names all. */
function textOf(tag: unknown): string {
  const { value, description } = (tag ?? {}) as Tag
  const items = Array.isArray(value) ? (value as Tag[]) : []
  const spoken = items.filter((item) => item?.attributes?.lang !== undefined)
  const chosen = spoken.find((item) => item.attributes?.lang === 'x-default') ?? spoken[0]
  const text = chosen?.value ?? description
  return typeof text === 'string' ? text.replace(/[\s\p{Cc}]+/gu, ' ').trim() : ''
}

/** Many cameras fill in their own name as the description of every picture. */
function isWritten(caption: string): boolean {
  return !/^(?:(?:OLYMPUS|MINOLTA|KONICA MINOLTA|SAMSUNG|PENTAX|CASIO)?\s*DIGITAL CAMERA|SONY DSC|DCIM\S*|DCF \d\.\d|EXIF_JPEG_PICTURE|UNTITLED|DEFAULT)$/i.test(caption)
}
