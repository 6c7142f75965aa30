/** @jsxImportSource hastscript */
import type { TeaserView } from '../../pipeline/ast/site-view.ts'
import { teaser } from './teaser.tsx'

/** The stories of one section, the newest large. */
export function section(name: string, [first, ...others]: readonly TeaserView[]) {
  return [
    <h1 class="site-title">{name}</h1>,
    ...(first ? [<div class="front-top front-top-alone">{teaser(first, 'lead', 2)}</div>] : []),
    ...(others.length > 0 ? [<div class="section-list">{others.map((story) => teaser(story, 'row', 2))}</div>] : []),
  ]
}
