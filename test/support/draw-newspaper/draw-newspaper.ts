/**
 * Draws the pictures of `source/` and `test/articles/`, their film and their sound. The committed files are what counts;
 * run this only to change a picture. It is no part of a publish or of the tests.
 *
 *     npx esbuild test/support/draw-newspaper/draw-newspaper.ts --bundle --platform=node --format=esm \
 *       --packages=external --outfile=node_modules/.cache/draw-newspaper.mjs
 *     node node_modules/.cache/draw-newspaper.mjs [part of a file name]…
 *
 * Run it in the repository's root. Films and sounds need the program ffmpeg (`apt-get install ffmpeg`); pictures do not.
 * Skies, water, fog and stone are noise, painted pixel by pixel; whatever has an outline is SVG, laid over by sharp.
 * Nothing is random: the same code and the same libraries draw the same bytes.
 */
import { writeFile } from 'node:fs/promises'
import type { Sharp } from 'sharp'
import { bell } from './bell.ts'
import { iptc, xmp } from './credits.ts'
import { film, sound } from './film.ts'
import { develop } from './painting.ts'
import { commissions, type Commission } from './pictures.ts'
import { harbourDawn } from './scenes/harbour-dawn.ts'
import { lighthouse } from './scenes/lighthouse.ts'

const wanted = process.argv.slice(2)
const isWanted = (file: string) => wanted.length === 0 || wanted.some((part) => file.includes(part))

for (const commission of commissions.filter(({ file }) => isWanted(file))) await draw(commission)
if (isWanted('source/media/harbour-dawn.mp4')) await film('source/media/harbour-dawn.mp4', [960, 540], 6, 20, harbourDawn)
if (isWanted('test/articles/media/lamp.mp4')) await film('test/articles/media/lamp.mp4', [320, 180], 2, 4, (width, height, time) => lighthouse(width, height, time >= 1))
if (isWanted('source/media/bell-buoy.mp3')) await sound('source/media/bell-buoy.mp3', 22050, bell(20, 22050))
if (isWanted('test/articles/media/motor.mp3')) await sound('test/articles/media/motor.mp3', 22050, bell(2, 22050))

async function draw(commission: Commission): Promise<void> {
  const [width, height] = commission.size
  const painting = await commission.scene(width, height)
  const picture = develop(painting, commission.finish)
  if (commission.xmp) picture.withXmp(xmp(commission.xmp))
  const bytes = await encoded(picture, commission).toBuffer()
  await writeFile(commission.file, commission.iptc ? iptc(bytes, commission.iptc) : bytes)
  process.stdout.write(`${commission.file} ${Math.round(bytes.length / 1000)} kB\n`)
}

function encoded(picture: Sharp, { file, quality = 80 }: Commission): Sharp {
  if (file.endsWith('.png')) return picture.png({ palette: true, colours: 160, effort: 9 })
  if (file.endsWith('.webp')) return picture.webp({ quality, effort: 6 })
  return picture.jpeg({ quality, mozjpeg: true })
}
