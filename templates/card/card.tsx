/** @jsxImportSource satori/jsx */
import type { JSXElement } from 'satori/jsx'
import type { CardView } from './card-view.ts'

/** Id of the element that all words stand in: on a photo nothing but a frame is drawn outside of it. */
export const wordsId = 'words'

/**
 * The words and shapes of a card, of any size: plain `div`s with flexbox, which is what satori and Takumi have in
 * common. What is drawn over a photo leaves it visible; the shade between them is laid by `shade.ts`, for gradients cost an engine more
 * than all letters. Every element that holds words has an id, by which its place on the card is found again.
 */
export function card(view: CardView): JSXElement {
  const { shape, direction, colours, ground } = view
  return (
    <div
      dir={direction}
      style={{
        display: 'flex', flexDirection: 'column', boxSizing: 'border-box', direction,
        width: shape.width, height: shape.height, color: colours.ink,
        border: colours.frame ? `${frameWidth(view)}px solid ${colours.frame}` : '0px solid transparent',
        ...(ground === 'paper' ? { backgroundColor: colours.paper } : {}),
      }}
    >
      {ground === 'photo' ? onPhoto(view) : onPaper(view)}
    </div>
  )
}

function onPhoto(view: CardView): JSXElement[] {
  const { shape, manner, colours } = view
  const isPanel = manner === 'paid'
  const inset = frameWidth(view)
  return [
    <div style={{ display: 'flex', flexGrow: 1 }} />,
    <div
      id={wordsId}
      style={{
        ...column, boxSizing: 'border-box', padding: `${isPanel ? 36 * shape.scale : 8}px ${shape.margin.side - inset}px ${shape.margin.bottom - inset}px`,
        ...(isPanel ? { backgroundColor: colours.paper } : {}),
      }}
    >
      {signs(view)}
      {headline(view)}
      {byline(view)}
      {foot(view)}
    </div>,
  ]
}

function onPaper(view: CardView): JSXElement {
  const { shape, colours } = view
  const inset = frameWidth(view)
  return (
    <div
      id={wordsId}
      style={{
        ...column, boxSizing: 'border-box', flexGrow: 1,
        padding: `${shape.margin.top - inset}px ${shape.margin.side - inset}px ${shape.margin.bottom - inset}px`,
      }}
    >
      {masthead(view)}
      <div style={{ display: 'flex', marginTop: 16 * shape.scale, height: Math.round(4 * shape.scale), backgroundColor: colours.ink, alignSelf: 'stretch' }} />
      <div style={{ ...column, flexGrow: 1, justifyContent: 'center', paddingTop: Math.round(20 * shape.scale) }}>
        {signs(view)}
        {headline(view)}
        {byline(view)}
      </div>
    </div>
  )
}

/** What stands over the headline: the label in its box, the section, the kicker. */
function signs(view: CardView): JSXElement | null {
  const { shape, colours, fonts, manner, label, section, kicker } = view
  if (!label && !section && !kicker) return null
  const size = Math.round(28 * shape.scale)
  const gap = Math.round(16 * shape.scale)
  const line = { ...widest(view), boxSizing: 'border-box', fontFamily: fonts.furniture, fontSize: size, lineHeight: `${Math.round(size * 1.3)}px` }
  const boxed = {
    ...line, padding: `${Math.round(size * 0.2)}px ${Math.round(size * 0.55)}px`,
    ...(manner === 'paid' || manner === 'memorial'
      ? { border: `${Math.round(3 * shape.scale)}px solid ${colours.accent}`, color: colours.accent }
      : { backgroundColor: colours.accent, color: colours.onAccent }),
  }
  return (
    <div style={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: gap, rowGap: gap / 2, marginBottom: Math.round(14 * shape.scale) }}>
      {label && <div id="label" style={{ ...boxed, ...(manner === 'paid' ? { fontSize: Math.round(size * 1.2) } : {}) }}>{label.text}</div>}
      {section && <div id="section" style={line}>{section}</div>}
      {section && kicker && <div style={{ display: 'flex', width: Math.max(2, Math.round(2 * shape.scale)), height: size, backgroundColor: colours.quiet }} />}
      {kicker && <div id="kicker" style={{ ...line, color: colours.quiet }}>{kicker}</div>}
    </div>
  )
}

function headline({ headline: { lines, size, lineHeight, letterSpacing }, fonts }: CardView): JSXElement {
  const style = {
    fontFamily: fonts.headline, fontSize: size, lineHeight: `${lineHeight}px`, height: lineHeight, whiteSpace: 'nowrap', letterSpacing: `${letterSpacing}px`,
  }
  return <div style={column}>{lines.map((line, index) => <div id={`headline-${index + 1}`} style={style}>{line}</div>)}</div>
}

function byline(view: CardView): JSXElement | null {
  const { byline: text, shape, fonts, colours, manner, ground } = view
  if (!text) return null
  const size = Math.round(28 * shape.scale)
  // Only paper is sure to carry a coloured line of words.
  const color = manner === 'comment' && ground === 'paper' ? colours.accent : colours.ink
  return <div id="byline" style={{ ...widest(view), marginTop: Math.round(16 * shape.scale), fontFamily: fonts.furniture, fontSize: size, lineHeight: `${Math.round(size * 1.3)}px`, color }}>{text}</div>
}

/** Whose card it is, and whose photo. */
function foot(view: CardView): JSXElement | null {
  const { shape, credit, fonts, colours } = view
  if (!view.masthead && !credit) return null
  const size = Math.round(19 * Math.max(1, shape.scale))
  return (
    <div
      style={{
        display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', alignItems: 'center', alignSelf: 'stretch', columnGap: 32, rowGap: 4,
        marginTop: Math.round(16 * shape.scale), paddingTop: Math.round(12 * shape.scale), borderTop: `2px solid ${colours.quiet}`,
      }}
    >
      {masthead(view)}
      {credit && <div id="credit" style={{ ...widest(view), fontFamily: fonts.furniture, fontSize: size, lineHeight: `${Math.round(size * 1.35)}px`, color: colours.quiet }}>{credit}</div>}
    </div>
  )
}

function masthead({ masthead: text, shape, fonts, ground }: CardView): JSXElement | null {
  if (!text) return null
  const size = Math.round((ground === 'paper' ? 38 : 32) * shape.scale)
  return <div id="masthead" style={{ fontFamily: fonts.masthead, fontSize: size, lineHeight: `${Math.round(size * 1.3)}px` }}>{text}</div>
}

/** Pixels of the fence around a card that is not news. */
function frameWidth({ shape, colours }: CardView): number {
  return colours.frame ? Math.round(16 * shape.scale) : 0
}

/** As wide as the words of a card may be; longer lines take a second one. Pixels, for percentages are not understood by all that draw. */
function widest({ shape }: Pick<CardView, 'shape'>): { maxWidth: number } {
  return { maxWidth: shape.width - 2 * shape.margin.side }
}

const column = { display: 'flex', flexDirection: 'column', alignItems: 'flex-start' }
