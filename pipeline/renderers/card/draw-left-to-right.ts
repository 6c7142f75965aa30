import type { SatoriNode } from 'satori'
import type { JSXElement } from 'satori/jsx'
import type { CardFonts } from './card-fonts.ts'
import type { DrawnCard, DrawnLine } from './drawn-card.ts'

/**
 * Draw a card whose words run from left to right: satori lays it out and turns letters into outlines, resvg paints them.
 * A letter that no font has throws: the words were measured before, and no card shows an empty box.
 */
export async function drawLeftToRight(element: JSXElement, size: { width: number; height: number }, fonts: CardFonts): Promise<DrawnCard> {
  const [{ default: satori }, { renderAsync }] = await Promise.all([import('satori'), import('@resvg/resvg-js')])
  const nodes: SatoriNode[] = []
  const svg = await satori(element, {
    ...size,
    fonts: fonts.files,
    pointScaleFactor: 1,
    onNodeDetected: (node) => nodes.push(node),
    loadAdditionalAsset: (_language, letters) => Promise.reject(new Error(`No font of the card has "${letters}", which was not seen when its words were measured.`)),
  })
  const { width, height, pixels } = await renderAsync(svg, { font: { loadSystemFonts: false } })
  return { width, height, pixels, premultiplied: true, lines: nodes.flatMap(lineOf) }
}

function lineOf({ props, textContent, left, top, width, height }: SatoriNode): DrawnLine[] {
  return typeof props['id'] === 'string' && textContent !== undefined ? [{ key: props['id'], text: textContent, left, top, width, height }] : []
}
