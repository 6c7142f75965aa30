import type { Figure, Figures } from './findings.ts'

/** A figure by another one of the same run: 1.5 is half as much again. */
export interface Ratio {
  to: string
  value: number
}

/** What each kind of figure is compared with, by the beginnings of names; the number of stories is the same on both sides. */
const counterparts: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^(cold|unchanged|changed|press)$/, ['floor', 'pandoc-weasyprint']],
  [/^html-/, ['eleventy', 'hugo', 'asciidoctor', 'pandoc-html']],
  [/^amp-/, ['eleventy', 'hugo']],
  [/^large-/, ['eleventy', 'hugo']],
  [/^pdf-/, ['floor', 'weasyprint']],
  [/^epub-/, ['pandoc-epub']],
  [/^card-/, ['cards-floor']],
  [/^npm-unchanged$/, ['npm-empty']],
  [/^photos$/, ['eleventy-img', 'eleventy-img-alike']],
]

/** The figure in proportion to the floor and to each peer that was measured with as many stories. By the clock; photos by processor time. */
export function ratiosOf(figure: Figure, figures: Figures): Ratio[] {
  const [kind, stories] = splitName(figure.name)
  const others = counterparts.find(([pattern]) => pattern.test(kind))?.[1] ?? []
  return others.flatMap((other) => {
    const found = figures.get(stories === undefined ? other : `${other}-${stories}`)
    return found ? [{ to: other, value: ratio(figure, found, kind === 'photos' ? 'processorMilliseconds' : 'milliseconds') }] : []
  })
}

/** One measure of a figure by the same measure of another. */
export function ratio(figure: Figure, other: Figure, measure: 'milliseconds' | 'processorMilliseconds' | 'programBytes'): number {
  return figure[measure] / other[measure]
}

/** `html-cold-100` is `html-cold` with 100 stories. */
export function splitName(name: string): [kind: string, stories?: string] {
  const [, kind, stories] = /^(.*?)-(\d+)$/.exec(name) ?? []
  return kind === undefined || stories === undefined ? [name] : [kind, stories]
}
