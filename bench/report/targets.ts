import { ratio } from './comparisons.ts'
import type { Figure, Figures } from './findings.ts'

/** Bytes of the stories of which time is held against size, each twice the one before. */
export const tangleSizes = [12_500, 25_000, 50_000] as const

/** One line of the table of targets, after a run. */
export interface JudgedTarget {
  measure: string
  target: string
  /** None: what it takes was not measured. */
  measured?: { value: string; ratio: string; holds: boolean }
}

/** Numbers of stories that a run measures: ascending, in all formats and with pages only. */
export interface Scale {
  sizes: readonly number[]
  large: readonly number[]
}

const megabyte = 1e6

/** Hold the figures of a run against the targets of issue 4, each at the largest number of stories that the scale has. */
export function judgeTargets(figures: Figures, scale: Scale): JudgedTarget[] {
  const [most, one] = [scale.sizes.at(-1) ?? 0, scale.sizes[0] ?? 0]
  const [few, many] = [scale.large[0] ?? 0, scale.large.at(-1) ?? 0]
  const large = scale.large.map((stories) => `large-cold-${stories}`)
  return [
    atMost(figures, `cold, ${most} stories, html + pdf + epub + amp, validators on, photos’ variants cached`, [`press-${most}`, `floor-${most}`], 1.6, 'the floor loop'),
    atMost(figures, `cold, cards only, ${most} stories, three sizes`, [`card-cold-${most}`, `cards-floor-${most}`], 1.2, 'the bare loop of the same cards'),
    atMost(figures, `cold, HTML only, ${most} stories, variants cached`, [`html-warm-${most}`, `eleventy-${most}`], 1, 'Eleventy'),
    beyondNpm(figures, most),
    atMost(figures, `unchanged, ${most} stories, all formats`, [`unchanged-${most}`, `cold-${most}`], 0.05, 'cold'),
    atMost(figures, `one changed of ${most}, all formats`, [`changed-${most}`, `cold-${one}`], 2, `cold, ${one} story`),
    flat(figures, `memory of node, ${few} to ${many} stories (html + amp)`, [`large-cold-${few}`, `large-cold-${many}`], ({ programBytes }) => programBytes, bytes),
    below(figures, `memory of node, up to ${many} stories (html + amp)`, large, ({ programBytes }) => programBytes, 500),
    below(figures, `memory of node, ${most} stories, all formats, photos cut as well`, [`cold-${most}`], ({ programBytes }) => programBytes, 500),
    below(figures, `memory of the browser, ${most} stories`, [`cold-${most}`], ({ browserBytes }) => browserBytes, 600),
    flat(figures, `time a story, ${few} to ${many} (html + amp)`, [`large-cold-${few}`, `large-cold-${many}`], ({ milliseconds, stories }) => milliseconds / stories, (value) => `${value.toFixed(1)} ms`),
    doubling(figures),
    processor(figures, 'eleventy-img', 'eleventy-img as it comes'),
    processor(figures, 'eleventy-img-alike', 'eleventy-img with our encoder settings'),
  ]
}

function atMost(figures: Figures, measure: string, [name, other]: readonly [string, string], limit: number, unit: string): JudgedTarget {
  const target = `<= ${limit} x ${unit}`
  const [figure, base] = [figures.get(name), figures.get(other)]
  if (!figure || !base) return { measure, target }
  const found = ratio(figure, base, 'milliseconds')
  return { measure, target, measured: { value: `${seconds(figure)} against ${seconds(base)}`, ratio: times(found), holds: found <= limit } }
}

function beyondNpm(figures: Figures, stories: number): JudgedTarget {
  const [measure, target] = [`unchanged, ${stories} stories, all formats, by npm run`, '<= 0.5 s more than npm run of an empty script']
  const [figure, empty] = [figures.get(`npm-unchanged-${stories}`), figures.get(`npm-empty-${stories}`)]
  if (!figure || !empty) return { measure, target }
  const more = figure.milliseconds - empty.milliseconds
  return { measure, target, measured: { value: `${(more / 1000).toFixed(2)} s more`, ratio: times(ratio(figure, empty, 'milliseconds')), holds: more <= 500 } }
}

function flat(figures: Figures, measure: string, [few, many]: readonly [string, string], read: (figure: Figure) => number, show: (value: number) => string): JudgedTarget {
  const target = 'grows by 20 % at most'
  const [small, large] = [figures.get(few), figures.get(many)]
  if (!small || !large) return { measure, target }
  const growth = read(large) / read(small)
  return { measure, target, measured: { value: `${show(read(small))} to ${show(read(large))}`, ratio: times(growth), holds: growth <= 1.2 } }
}

function below(figures: Figures, measure: string, names: readonly string[], read: (figure: Figure) => number, megabytes: number): JudgedTarget {
  const target = `< ${megabytes} MB`
  const found = names.flatMap((name) => figures.get(name) ?? [])
  // A peak that some of the runs did not reach says nothing of the others.
  if (found.length < names.length) return { measure, target }
  const peak = Math.max(...found.map(read))
  return { measure, target, measured: { value: bytes(peak), ratio: times(peak / megabytes / megabyte), holds: peak < megabytes * megabyte } }
}

/** Under a fiftieth of a second, the clock says more of the machine than of the work. */
const noise = 20

function doubling(figures: Figures): JudgedTarget {
  const [measure, target] = ['reading Markdown that means ill, twice as much of it', '<= 3 x the time']
  const pairs = [...figures.values()].filter(({ name }) => name.startsWith('tangle-')).flatMap((small) => {
    const large = figures.get(small.name.replace(/[\d.]+$/, (size) => String(Number(size) * 2)))
    return large ? [{ name: large.name, found: Math.max(large.processorMilliseconds, noise) / Math.max(small.processorMilliseconds, noise) }] : []
  })
  const [worst] = pairs.toSorted((a, b) => b.found - a.found)
  return worst ? { measure, target, measured: { value: `at worst ${worst.name}`, ratio: times(worst.found), holds: worst.found <= 3 } } : { measure, target }
}

function processor(figures: Figures, other: string, unit: string): JudgedTarget {
  const [measure, target] = ['photo variants, 20 distinct 3000x2000 photos, processor time', `<= ${unit}`]
  const [figure, base] = [figures.get('photos'), figures.get(other)]
  if (!figure || !base) return { measure, target }
  const found = ratio(figure, base, 'processorMilliseconds')
  const [own, theirs] = [figure, base].map(({ processorMilliseconds }) => `${(processorMilliseconds / 1000).toFixed(1)} s`)
  return { measure, target, measured: { value: `${own} against ${theirs}`, ratio: times(found), holds: found <= 1 } }
}

function seconds({ milliseconds }: Figure): string {
  return `${(milliseconds / 1000).toFixed(2)} s`
}

function bytes(value: number): string {
  return `${Math.round(value / megabyte)} MB`
}

function times(value: number): string {
  return value < 0.1 ? value.toFixed(3) : value.toFixed(2)
}
