import type { Artifact, SnapshotFile } from '../../contract/renderer.ts'
import { readCard, type ReadCard } from './read-card.ts'
import type { DrawnLine } from './drawn-card.ts'

/** A card as a reviewer reads it: size, weight by steps of 100 kB, and each line of words with its box in pixels. */
export async function snapshotCard({ path, bytes }: Artifact): Promise<SnapshotFile[]> {
  const card = await readCard(bytes)
  const text = [headOf(card, bytes.length), '', ...card.lines.map(rowOf)].join('\n')
  return [{ name: `${path.split('/').at(-1)?.replace(/\.jpg$/, '')}.txt`, text: `${text}\n` }]
}

function headOf({ format, width, height, language, credit }: ReadCard, bytes: number): string {
  const rights = credit ? `, credit ${credit}` : ''
  return `${format} ${width} x ${height}, under ${Math.ceil(bytes / 100_000) * 100} kB, ${language}${rights}\n\nwhat           left  top   width height  words`
}

function rowOf({ key, text, left, top, width, height }: DrawnLine): string {
  const [x, y, w, h] = [left, top, width, height].map((pixels) => String(pixels).padEnd(6))
  return `${key.padEnd(15)}${x}${y}${w}${h}  ${text}`
}
