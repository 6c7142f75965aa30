import type { Renderer } from '../contract/renderer.ts'
import { json } from './json/renderer.ts'

/** Every format that Galley can make, in the order in which summaries list them. A new one is one line here. */
export const renderers: readonly Renderer[] = [json]
