import { describe, expect, it } from 'vitest'
import { parseStatus } from '../bench/measure/read-process.ts'
import { median, middleOf, sumOf } from '../bench/measure/usage.ts'
import { choose, fullScale, partsOf } from '../bench/parts/index.ts'
import { ratiosOf } from '../bench/report/comparisons.ts'
import type { Figure } from '../bench/report/findings.ts'
import { judgeTargets } from '../bench/report/targets.ts'
import { figureTable, markdownTable, targetTable } from '../bench/report/write-tables.ts'

function figure(name: string, facts: Partial<Figure> = {}): Figure {
  return { name, title: name, stories: 100, runs: 1, milliseconds: 1000, processorMilliseconds: 1500, programBytes: 2e8, browserBytes: 0, ...facts }
}
const byName = (...figures: Figure[]) => new Map(figures.map((one) => [one.name, one]))
const scale = { sizes: [1, 100], large: [100, 10_000] }

describe('the ratios of the bench', () => {
  it('compare with the floor and the peers of as many stories', () => {
    const figures = byName(figure('cold-100', { milliseconds: 3000 }), figure('floor-100', { milliseconds: 2000 }), figure('floor-20'), figure('pandoc-weasyprint-100', { milliseconds: 6000 }))
    expect(ratiosOf(figure('cold-100', { milliseconds: 3000 }), figures)).toEqual([{ to: 'floor', value: 1.5 }, { to: 'pandoc-weasyprint', value: 0.5 }])
  })

  it('leave out a peer that is not installed', () => {
    expect(ratiosOf(figure('html-cold-100'), byName(figure('hugo-100', { milliseconds: 500 })))).toEqual([{ to: 'hugo', value: 2 }])
  })

  it('of photos are those of processor time', () => {
    expect(ratiosOf(figure('photos', { processorMilliseconds: 3000 }), byName(figure('eleventy-img')))).toEqual([{ to: 'eleventy-img', value: 2 }])
  })
})

describe('the targets of the bench', () => {
  it('say what was not measured', () => {
    expect(judgeTargets(new Map(), scale).filter(({ measured }) => measured !== undefined)).toEqual([])
  })

  const cases: { reason: string; figures: Figure[]; measure: RegExp; found: object }[] = [
    { reason: 'within the factor on the floor', figures: [figure('press-100', { milliseconds: 1600 }), figure('floor-100')], measure: /pdf \+ epub/, found: { value: '1.60 s against 1.00 s', ratio: '1.60', holds: true } },
    { reason: 'beyond it', figures: [figure('press-100', { milliseconds: 1610 }), figure('floor-100')], measure: /pdf \+ epub/, found: { value: '1.61 s against 1.00 s', ratio: '1.61', holds: false } },
    { reason: 'more than half a second on top of npm', figures: [figure('npm-unchanged-100', { milliseconds: 800 }), figure('npm-empty-100', { milliseconds: 200 })], measure: /by npm/, found: { value: '0.60 s more', ratio: '4.00', holds: false } },
    { reason: 'memory that stays', figures: [figure('large-cold-100'), figure('large-cold-10000', { programBytes: 2.2e8 })], measure: /memory of node, 100 to/, found: { value: '200 MB to 220 MB', ratio: '1.10', holds: true } },
    { reason: 'the largest of all memories', figures: [figure('large-cold-100', { programBytes: 5.1e8 }), figure('large-cold-10000')], measure: /memory of node, up to/, found: { value: '510 MB', ratio: '1.02', holds: false } },
    { reason: 'memory while photos are cut', figures: [figure('cold-100', { programBytes: 4.9e8 })], measure: /memory of node, 100 stories/, found: { value: '490 MB', ratio: '0.98', holds: true } },
    { reason: 'time a story that grows', figures: [figure('large-cold-100'), figure('large-cold-10000', { stories: 10_000, milliseconds: 130_000 })], measure: /time a story/, found: { value: '10.0 ms to 13.0 ms', ratio: '1.30', holds: false } },
  ]
  it.each(cases)('judge $reason', ({ figures, measure, found }) => {
    expect(judgeTargets(byName(...figures), scale).find((target) => measure.test(target.measure))?.measured).toEqual(found)
  })
})

describe('the tables of the bench', () => {
  it('are Markdown whose cells hold no bar', () => {
    expect(markdownTable(['a', 'b'], [['1', 'x|y']])).toBe('| a | b |\n| --- | --- |\n| 1 | x\\|y |')
  })

  it('mark a target that does not hold', () => {
    expect(targetTable([{ measure: 'cold', target: '<= 1', measured: { value: '2 s', ratio: '2.00', holds: false } }])).toContain('| cold | <= 1 | 2 s | 2.00 | **no** |')
  })

  it('show seconds, megabytes and milliseconds a story', () => {
    expect(figureTable({ figures: byName(figure('cold-100', { milliseconds: 12_340, browserBytes: 3e8 })), gaps: new Map() })).toContain('| `cold-100` | cold-100 | 12.34 | 1.50 | 200 | 300 | 123.4 |  |')
  })
})

describe('what a run took', () => {
  it('is the middle of its times and the largest of its memories', () => {
    const runs = [3, 1, 2].map((number) => figure('x', { milliseconds: number, programBytes: number }))
    expect(middleOf(runs)).toMatchObject({ milliseconds: 2, programBytes: 3 })
    expect(median([4, 1])).toBe(1)
    expect(() => median([])).toThrow('no median')
  })

  it('adds up over parts that follow each other', () => {
    expect(sumOf([figure('a'), figure('b', { programBytes: 1 })])).toMatchObject({ milliseconds: 2000, processorMilliseconds: 3000, programBytes: 2e8 })
  })

  it('is read from a line of /proc whose name holds spaces and parentheses', () => {
    const fields = Array.from({ length: 50 }, (_, index) => index)
    expect(parseStatus(`42 (chrome (a) b) S 7 ${fields.join(' ')}`)).toEqual({ pid: 42, parent: 7, started: '17', isBrowser: true, ownTime: (9 + 10) * 10, childTime: (11 + 12) * 10 })
  })
})

function chosen(...names: string[]): string[] {
  return choose(partsOf(fullScale), names).map(({ name }) => name)
}

describe('the parts of the bench', () => {
  it('have names of their own', () => {
    const names = partsOf(fullScale).map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
  })

  it('are chosen by name or by kind', () => {
    expect(chosen('cold-100', 'cards')).toEqual(['cards-100', 'cold-100'])
    expect(chosen('floor')).toEqual(['floor-1', 'floor-20', 'floor-100'])
    expect(() => chosen('warm')).toThrow('There is no part "warm". There are: pictures-100, floor-1,')
  })
})
