import { visit } from 'unist-util-visit'
import type { Article } from '../ast/article.ts'
import type { AnyNode } from '../ast/nodes.ts'
import { reportInto } from '../contract/catalogue.ts'
import type { Diagnostic } from '../contract/diagnostic.ts'
import type { Answer, Renderer } from '../contract/renderer.ts'

/**
 * Tell, with its place, each node for which a format has only a fallback, or nothing. A format that leaves out text itself
 * is not a copy of the story but a picture of it, and lacks nothing.
 */
export function notCarried(article: Article, renderer: Renderer): Diagnostic[] {
  if (renderer.nodes.text === 'omit') return []
  const diagnostics: Diagnostic[] = []
  const report = reportInto(diagnostics, { format: renderer.name, story: article.slug })
  visit(article.body, (node) => {
    const { type, position } = node as AnyNode
    const answer: Answer | undefined = renderer.nodes[type]
    if (answer !== 'fallback' && answer !== 'omit') return
    const place = position ? { line: position.start.line, column: position.start.column } : {}
    report('not-carried', { file: article.source, ...place }, { kind: type, format: renderer.title, answer: inWords[answer] })
  })
  return diagnostics
}

const inWords = { fallback: 'puts words and an address in the place of', omit: 'leaves out' }
