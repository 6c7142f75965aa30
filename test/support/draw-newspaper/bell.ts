import { clouds, dice } from './noise.ts'

/** A swell, a little wind, and a bell that the swell rings: `seconds` of sound at `rate` samples a second. */
export function bell(seconds: number, rate: number): Float32Array {
  const samples = new Float32Array(seconds * rate)
  addSea(samples, rate)
  for (let time = 0.7, stroke = 0; time < seconds - 2.5; stroke++) {
    strike(samples, rate, time, 0.16 + dice(stroke, 5) * 0.2, 1 + (dice(stroke, 6) - 0.5) * 0.004)
    time += [0.9, 1.7, 2.6, 0.7, 2.1][stroke % 5] ?? 1
  }
  return faded(samples, rate)
}

function addSea(samples: Float32Array, rate: number): void {
  let low = 0
  for (let n = 0; n < samples.length; n++) {
    const time = n / rate
    low += ((dice(n, 1) * 2 - 1) - low) * 0.06
    samples[n] = low * (0.2 + 0.5 * clouds(time * 0.45, 1.5, 3) ** 2)
  }
}

/** The partials of a bell: hum, prime, minor third, fifth, octave and above, as their ratios, strengths and decay in seconds. */
const partials = [[0.5, 0.5, 3.2], [1, 1, 2.2], [1.19, 0.8, 1.7], [1.5, 0.35, 1.2], [2, 0.9, 1.1], [2.74, 0.4, 0.6], [4.07, 0.22, 0.3]] as const

function strike(samples: Float32Array, rate: number, at: number, loud: number, pitch: number): void {
  const from = Math.round(at * rate)
  for (let n = from; n < samples.length; n++) {
    const time = (n - from) / rate
    let sum = 0
    for (const [ratio, strength, decay] of partials) sum += strength * Math.exp(-time / decay) * Math.sin(2 * Math.PI * 415 * pitch * ratio * time)
    samples[n] = (samples[n] ?? 0) + sum * loud * 0.3 * Math.min(1, time * 400)
  }
}

function faded(samples: Float32Array, rate: number): Float32Array {
  return samples.map((sample, n) => Math.max(-0.98, Math.min(0.98, sample * Math.min(1, n / rate, (samples.length - n) / rate / 2))))
}
