import type { ParsedArticle } from '../ast/article.ts'
import type { Diagnostic } from '../contract/diagnostic.ts'
import { withHouseSeverity } from './house-severity.ts'
import type { Newsroom } from './read-newsroom.ts'

/** What is said of a story, as its newsroom wants it judged. */
export function inHouse(diagnostics: readonly Diagnostic[], allowances: ParsedArticle['allowances'], { settings }: Pick<Newsroom, 'settings'>): Diagnostic[] {
  return withHouseSeverity(diagnostics, { rules: settings.rules, allowances })
}

/** Whether a story with these is not published. */
export function stopsStory(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity, scope }) => severity === 'error' && scope !== 'format')
}
