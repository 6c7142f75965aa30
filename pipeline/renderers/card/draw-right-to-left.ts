import type { MeasuredNode, Node, Renderer } from '@takumi-rs/core'
import type { JSXElement, JSXNode } from 'satori/jsx'
import { wordsId } from '../../../templates/card/card.tsx'
import type { CardFonts } from './card-fonts.ts'
import type { Canvas, DrawnCard, DrawnLine, Rows } from './drawn-card.ts'

/**
 * Draw a card that has Arabic or Hebrew on it. Takumi lays out and paints, because satori 0.63 orders such words
 * rightly but lifts the dots and vowel marks of Arabic off their letters.
 */
export async function drawRightToLeft(element: JSXElement, { width, height }: Canvas, fonts: CardFonts): Promise<DrawnCard> {
  const painter = await painterWith(fonts)
  const node = nodeOf(element)
  const [measured, pixels] = await Promise.all([painter.measure(node, { width, height }), painter.render(node, { width, height, format: 'raw' })])
  multiply(pixels)
  const words = rowsOf(element, measured)
  if (!words) throw new Error(`The card has no element "${wordsId}".`)
  return { width, height, pixels, drawn: { top: 0, height }, words, lines: linesOf(element, measured) }
}

function rowsOf(element: JSXElement, measured: MeasuredNode): Rows | undefined {
  const { id, children = null } = propsOf(element)
  if (id === wordsId) return boxOf(measured)
  return elementsIn(children).map((child, index) => measured.children[index] && rowsOf(child, measured.children[index])).find((rows) => rows !== undefined)
}

/** Multiply colours by their opacity, in place. */
function multiply(pixels: Buffer): void {
  for (let at = 0; at < pixels.length; at += 4) {
    const opacity = pixels[at + 3] ?? 0
    if (opacity === 0 || opacity === 255) continue
    for (let channel = at; channel < at + 3; channel++) pixels[channel] = Math.round(((pixels[channel] ?? 0) * opacity) / 255)
  }
}

const painters = new Map<string, Promise<Renderer>>()

function painterWith(fonts: CardFonts): Promise<Renderer> {
  const painter = painters.get(fonts.key) ?? openPainter(fonts)
  painters.set(fonts.key, painter)
  return painter
}

async function openPainter(fonts: CardFonts): Promise<Renderer> {
  const { Renderer } = await import('@takumi-rs/core')
  const painter = new Renderer()
  for (const font of fonts.files) await painter.registerFont(font)
  return painter
}

/** The same element as Takumi's own node. */
function nodeOf(element: JSXElement): Node {
  const { style, dir, children } = propsOf(element)
  const look = { style, ...(dir ? { dir } : {}) }
  return typeof children === 'string' ? { type: 'text', text: children, ...look } : { type: 'container', children: elementsIn(children).map(nodeOf), ...look }
}

function linesOf(element: JSXElement, measured: MeasuredNode): DrawnLine[] {
  const { id, children } = propsOf(element)
  if (typeof children === 'string') return id ? [{ key: id, text: children, ...boxOf(measured) }] : []
  return elementsIn(children).flatMap((child, index) => {
    const place = measured.children[index]
    return place ? linesOf(child, place) : []
  })
}

function boxOf({ transform, width, height }: MeasuredNode): Omit<DrawnLine, 'key' | 'text'> {
  const [left, top] = [transform[4], transform[5]]
  return { left: Math.round(left), top: Math.round(top), width: Math.ceil(width), height: Math.ceil(height) }
}

interface Props {
  id?: string
  style: Record<string, string | number>
  dir?: 'ltr' | 'rtl'
  children?: JSXNode
}

function propsOf(element: JSXElement): Props {
  return element.props as Props
}

function elementsIn(children: JSXNode): JSXElement[] {
  if (Array.isArray(children)) return children.flatMap(elementsIn)
  return typeof children === 'object' && children !== null && 'props' in children ? [children] : []
}
