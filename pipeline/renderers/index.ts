import type { Renderer } from '../contract/renderer.ts'
import { card } from './card/renderer.ts'
import { epub } from './epub/renderer.ts'
import { feeds } from './feeds/renderer.ts'
import { html } from './html/renderer.ts'
import { amp } from './amp/renderer.ts'
import { json } from './json/renderer.ts'
import { kills } from './kills/renderer.ts'
import { pdf } from './pdf/renderer.ts'
import { sitemap } from './sitemap/renderer.ts'
import { site } from './site/renderer.ts'

/** Every format that Galley can make, in the order in which summaries list them. A new one is one line here. */
export const renderers: readonly Renderer[] = [
  html,
  pdf,
  epub,
  amp,
  card,
  json,
  kills,
  site,
  feeds,
  sitemap,
]
