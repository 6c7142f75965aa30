import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import type { StoryView } from '../../ast/story-view.ts'

/** Task lists with drawn boxes in the place of form controls, which a PDF would offer for ticking. */
export function withPrintedTasks(view: StoryView): StoryView {
  return { ...view, body: view.body.map(printed) }
}

function printed(node: ElementContent): ElementContent {
  if (node.type !== 'element') return node
  if (node.tagName !== 'input') return { ...node, children: node.children.map(printed) }
  const { checked, ariaLabel } = node.properties
  return h('span', { className: ['task', checked ? 'task-done' : ''].filter(Boolean), role: 'img', ariaLabel })
}
