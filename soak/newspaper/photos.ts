import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { drawPhoto, type PhotoSize } from '../../bench/corpus/photo.ts'

/** Smaller than newspapers want them, because to cut large ones is most of the time that a publish takes, and is not what is soaked. */
const size: PhotoSize = { width: 480, height: 320 }

/** Name of a photo’s file below the media folder. */
export function photoFile(number: number): string {
  return `photo-${String(number).padStart(3, '0')}.jpg`
}

/** The bytes of one version of a photo, drawn once and kept on the shelf. */
export async function takePhoto(seed: string, number: number, version: number, shelf: string): Promise<Uint8Array> {
  await mkdir(shelf, { recursive: true })
  const kept = join(shelf, `${seed}-${number}-${version}.jpg`)
  if (!existsSync(kept)) await writeFile(kept, await drawPhoto(`${seed}/${number}/${version}`, size))
  return readFile(kept)
}
