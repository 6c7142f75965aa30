import { paperMeasures, type Paper } from './paper.ts'

/** What stands at the foot of every page. */
export interface RunningFoot {
  /** Publication and date. Each is set in its own direction. */
  line: readonly string[]
  address: string
  /** Before the number of the page, and between it and the number of pages: `Page`, `of`. */
  page: string
  pageOf: string
  direction: 'ltr' | 'rtl'
}

/** The paper, its margins and its running foot as CSS (CSS Paged Media 3, margin boxes). */
export function pageRule(paper: Paper, foot: RunningFoot): string {
  const { width, height, margin } = paperMeasures[paper]
  const [start, end] = foot.direction === 'ltr' ? ['left', 'right'] : ['right', 'left']
  const number = `${cssText(`${foot.page} `)} counter(page) ${cssText(` ${foot.pageOf} `)} counter(pages)`
  return [
    `@page{size:${width}mm ${height}mm;margin:${margin.top}mm ${margin.side}mm ${margin.bottom}mm;`,
    `@bottom-${start}{content:${cssText(foot.line.map((part) => isolated(part, foot.direction)).join(' · '))} "\\a" ${cssText(isolated(foot.address, foot.direction))};text-align:${start};width:78%;${footStyle(foot)}}`,
    `@bottom-${end}{content:${number};text-align:${end};width:22%;${footStyle(foot)}}}`,
  ].join('')
}

function footStyle({ direction }: RunningFoot): string {
  return `direction:${direction};font:400 7.25pt/10.5pt var(--font-furniture);font-variant-numeric:lining-nums tabular-nums;color:#5c554d;white-space:pre-wrap;overflow-wrap:anywhere;vertical-align:top;margin-top:6mm;padding-top:2mm;border-top:.5pt solid #1b1815;`
}

/** Where directions meet: first strong isolate and its end (UAX 9), so that what is around the text does not change its order. */
function isolated(text: string, direction: RunningFoot['direction']): string {
  return direction === 'rtl' ? `\u2068${text}\u2069` : text
}

/** A CSS string. Everything that could end it, or the stylesheet that it stands in, is written as an escape. */
export function cssText(text: string): string {
  return `"${text.replaceAll(/["\\<>\n\r\f\0]/g, (character) => `\\${character.codePointAt(0)?.toString(16)} `)}"`
}
