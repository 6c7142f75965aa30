/** @jsxImportSource hastscript */
import type { Element, Nodes } from 'hast'
import type { Logo, StoryView } from '../../pipeline/ast/story-view.ts'
import { pageBody } from '../shared/page-body.tsx'
import { head, type HeadFacts } from './head.tsx'

/** The whole page of one story. */
export function page(view: StoryView, facts: HeadFacts, logo?: Logo): Element {
  return element(
    <html lang={view.language} dir={view.direction}>
      {head(facts)}
      {pageBody(view, facts.alternates, logo)}
    </html>,
  )
}

function element(node: Nodes): Element {
  if (node.type !== 'element') throw new Error('Expected one element at the top of the page.')
  return node
}
