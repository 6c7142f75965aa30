/** @jsxImportSource hastscript */
import type { Element, Nodes } from 'hast'
import type { Logo, StoryView } from '../../pipeline/ast/story-view.ts'
import { pageBody } from '../shared/page-body.tsx'
import { head, type AmpHeadFacts } from './head.tsx'

/** The AMP page of one story: the body of every page, under AMP's own head. */
export function page(view: StoryView, facts: AmpHeadFacts, logo?: Logo): Element {
  return element(
    <html amp lang={view.language} dir={view.direction}>
      {head(facts)}
      {pageBody(view, facts.alternates, logo)}
    </html>,
  )
}

function element(node: Nodes): Element {
  if (node.type !== 'element') throw new Error('Expected one element at the top of the page.')
  return node
}
