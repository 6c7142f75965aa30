import type { SatoriNode } from 'satori'
import type { JSXElement } from 'satori/jsx'
import { wordsId } from '../../../templates/card/card.tsx'
import type { CardFonts } from './card-fonts.ts'
import type { Canvas, DrawnCard, DrawnLine, Rows } from './drawn-card.ts'

/**
 * Draw a card whose words run from left to right: satori lays it out and turns letters into outlines, resvg paints them.
 * A letter that no font has throws: the words were measured before, and no card shows an empty box.
 */
export async function drawLeftToRight(element: JSXElement, { width, height, isWhole }: Canvas, fonts: CardFonts): Promise<DrawnCard> {
  const [{ default: satori }, { renderAsync }] = await Promise.all([import('satori'), import('@resvg/resvg-js')])
  const nodes: SatoriNode[] = []
  const svg = await satori(element, {
    width,
    height,
    fonts: fonts.files,
    pointScaleFactor: 1,
    onNodeDetected: (node) => nodes.push(node),
    loadAdditionalAsset: (_language, letters) => Promise.reject(new Error(`No font of the card has "${letters}", which was not seen when its words were measured.`)),
  })
  const words = rowsOf(nodes)
  const lines = nodes.flatMap(lineOf)
  const drawn = isWhole ? { top: 0, height } : rowsWith(lines, words)
  const { pixels } = await renderAsync(onlyRows(svg, width, drawn), { font: { loadSystemFonts: false } })
  return { width, height, pixels, drawn, words, lines }
}

function rowsOf(nodes: readonly SatoriNode[]): Rows {
  const node = nodes.find(({ props }) => props['id'] === wordsId)
  if (!node) throw new Error(`The card has no element "${wordsId}".`)
  return { top: node.top, height: node.height }
}

/** As far down as there are words, and a little more: on some cards a third of the rows are margin. */
function rowsWith(lines: readonly DrawnLine[], { top, height }: Rows): Rows {
  const end = Math.max(top, ...lines.map((line) => line.top + line.height)) + 16
  return { top, height: Math.min(height, end - top) }
}

/** The same drawing with nothing to paint outside of some rows: painting costs by the pixel, empty ones too. */
function onlyRows(svg: string, width: number, { top, height }: Rows): string {
  return svg.replace(/^<svg width="[^"]*" height="[^"]*" viewBox="[^"]*"/, `<svg width="${width}" height="${height}" viewBox="0 ${top} ${width} ${height}"`)
}

function lineOf({ props, textContent, left, top, width, height }: SatoriNode): DrawnLine[] {
  return typeof props['id'] === 'string' && textContent !== undefined ? [{ key: props['id'], text: textContent, left, top, width, height }] : []
}
