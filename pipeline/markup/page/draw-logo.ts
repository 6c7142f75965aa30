import { h } from 'hastscript'
import type { Publication } from '../../ast/publication.ts'
import type { Logo } from '../../ast/story-view.ts'
import type { Cut } from './picture-files.ts'

/** From this ratio of width to height on, a logo is taken for a wordmark, which says the name itself. */
export const wordmarkRatio = 2

/** Draw the logo of the newspaper for its masthead; `src` is where the page finds it. */
export function drawLogo({ asset, width, height }: Cut, publication: Pick<Publication, 'name'>, src: string): Logo {
  const isWordmark = width / height >= wordmarkRatio
  const className = ['masthead-logo', ...(asset.path.endsWith('.svg') ? ['masthead-logo-drawn'] : [])]
  const image = h('img', { className, src, alt: isWordmark ? publication.name : '', width, height })
  return { image, isWordmark }
}
