import type { CardColours, CardManner, Ground } from '../../../templates/card/card-view.ts'
import type { Label } from '../../ast/story-view.ts'

/** Custom properties of `templates/shared/tokens.css` that hold a colour, light and dark. */
export interface Tokens {
  light: ReadonlyMap<string, string>
  dark: ReadonlyMap<string, string>
}

/** Read the newspaper's colours from its tokens, so that cards change with everything else. */
export function readTokens(css: string): Tokens {
  const [light = '', dark = ''] = css.split('prefers-color-scheme: dark')
  return { light: coloursIn(light), dark: coloursIn(dark) }
}

/** The colours of one card. A token that is missing is a bug of the stylesheet, and throws. */
export function cardColours(tokens: Tokens, ground: Ground, manner: CardManner, kind: Label['kind'] | undefined): CardColours {
  const light = (name: string) => colour(tokens.light, name)
  const paper = light(papers[kind ?? 'live'] ?? 'paper')
  const accent = accents[kind ?? 'correction'] ?? 'accent'
  if (manner === 'paid') {
    const frame = light(ground === 'paper' ? 'accent-paid' : 'tint-paid')
    return { paper, ink: light('ink'), quiet: light('ink'), accent: light('ink'), onAccent: paper, frame }
  }
  if (ground === 'paper') {
    const colours = { paper, ink: light('ink'), quiet: light('ink-quiet'), accent: light(accent), onAccent: light('on-accent') }
    return manner === 'memorial' ? { ...colours, frame: light('ink') } : colours
  }
  if (manner === 'memorial') return { ...overPhoto, accent: '#ffffff', onAccent: '#000000', frame: light('ink') }
  // Live is the red of light pages: the pale one of dark pages does not say it.
  if (manner === 'news') return { ...overPhoto, accent: light(accent), onAccent: light('on-accent') }
  return { ...overPhoto, accent: colour(tokens.dark, accent), onAccent: colour(tokens.dark, 'on-accent') }
}

const overPhoto = { paper: '#0a0a0c', ink: '#ffffff', quiet: '#f4f2ee' }

const accents: Partial<Record<Label['kind'], string>> = {
  opinion: 'accent-opinion', editorial: 'accent-opinion', analysis: 'accent-analysis', review: 'accent-review',
  obituary: 'accent-obituary', live: 'accent-live', sponsored: 'accent-paid', paid: 'accent-paid',
}
const papers: Partial<Record<Label['kind'], string>> = { opinion: 'paper-opinion', editorial: 'paper-opinion', sponsored: 'tint-paid', paid: 'tint-paid' }

function coloursIn(css: string): ReadonlyMap<string, string> {
  return new Map([...css.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})\b/gi)].map(([, name = '', value = '']) => [name, value]))
}

function colour(colours: ReadonlyMap<string, string>, name: string): string {
  const value = colours.get(name)
  if (!value) throw new Error(`templates/shared/tokens.css gives no colour --${name}, which cards are drawn with.`)
  return value
}
