import { publicUrl } from '../ast/addresses.ts'
import type { Position } from '../ast/small-types.ts'
import { reportInto } from '../contract/catalogue.ts'
import type { Subject } from '../contract/check.ts'
import type { Diagnostic, LostWords, Place } from '../contract/diagnostic.ts'
import type { Coverage } from '../contract/file-record.ts'
import type { Renderer } from '../contract/renderer.ts'
import { cover } from '../coverage/cover.ts'
import { excuseWords } from '../coverage/excuse-words.ts'
import { readManuscript } from '../coverage/manuscript.ts'

/**
 * Prove that every word and address arrived in one file that its reader is entitled to find there. What is lost is an error at
 * its place in the story, but for exactly those words that the renderer has told of itself while it drew (`told`): the loss report has
 * them. Nothing explains an address that is lost.
 */
export async function judgeCoverage(renderer: Renderer, subject: Omit<Subject, 'report' | 'format'>, told: readonly LostWords[]): Promise<{ coverage: Coverage; diagnostics: readonly Diagnostic[] }> {
  const { artifact, planned, article, publication } = subject
  const [text, links] = [await renderer.text(artifact), await renderer.addresses(artifact)]
  const { coverage, lost, lostAddresses } = cover(readManuscript(article, planned.holds, renderer.nodes), text, links, publicUrl(publication, planned.path))
  const diagnostics: Diagnostic[] = []
  const report = reportInto(diagnostics, { format: renderer.name, story: article.slug })
  const isExcused = excuseWords(told)
  for (const { kind, position, missing: all, isMisplaced } of lost) {
    const missing = all.filter((word) => !isExcused(word))
    if (missing.length > 0) report(isMisplaced ? 'words-misplaced' : 'words-lost', placeOf(article.source, position), { path: planned.path, kind, words: shortened(missing), count: missing.length })
  }
  for (const { kind, position, url } of lostAddresses) report('address-lost', placeOf(article.source, position), { path: planned.path, kind, url })
  return { coverage, diagnostics }
}

function placeOf(file: string, position: Position | undefined): Place {
  return position ? { file, line: position.start.line, column: position.start.column } : { file }
}

function shortened(words: readonly string[]): string {
  const shown = words.slice(0, 12).join(' ')
  return words.length > 12 ? `${shown} …` : shown
}
