import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { develop, type Painting } from './painting.ts'

/** Encode a film, frame by frame, as H.264 in MP4; needs the program ffmpeg. `scene` is asked for each moment, in seconds. */
export async function film(file: string, size: readonly [number, number], seconds: number, rate: number, scene: (width: number, height: number, time: number) => Promise<Painting>): Promise<void> {
  const [width, height] = size
  const input = ['-f', 'rawvideo', '-pix_fmt', 'rgb24', '-s', `${width}x${height}`, '-r', String(rate), '-i', '-']
  const output = ['-c:v', 'libx264', '-preset', 'slow', '-crf', '29', '-pix_fmt', 'yuv420p', '-movflags', '+faststart', '-an']
  const frames = async function* () {
    for (let frame = 0; frame < seconds * rate; frame++) {
      const painting = await scene(width, height, frame / rate)
      yield await develop(painting, { grain: 0 }).raw().toBuffer()
    }
  }
  await encode([...input, ...output], file, frames())
}

/** Encode one channel of sound, samples from -1 to 1, as MP3; needs the program ffmpeg. */
export async function sound(file: string, rate: number, samples: Float32Array): Promise<void> {
  const bytes = Buffer.from(samples.buffer)
  await encode(['-f', 'f32le', '-ar', String(rate), '-ac', '1', '-i', '-', '-c:a', 'libmp3lame', '-b:a', '56k'], file, [bytes])
}

async function encode(options: readonly string[], file: string, pieces: AsyncIterable<Buffer> | Iterable<Buffer>): Promise<void> {
  const ffmpeg = spawn('ffmpeg', ['-loglevel', 'error', '-y', ...options, '-map_metadata', '-1', '-fflags', '+bitexact', '-flags', '+bitexact', file], { stdio: ['pipe', 'inherit', 'inherit'] })
  const closed = once(ffmpeg, 'close')
  for await (const piece of pieces) if (!ffmpeg.stdin.write(piece)) await once(ffmpeg.stdin, 'drain')
  ffmpeg.stdin.end()
  const [code] = await closed
  if (code !== 0) throw new Error(`ffmpeg could not write ${file}.`)
}
