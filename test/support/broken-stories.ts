import { existsSync, readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Publication } from '../../pipeline/ast/publication.ts'
import { type Diagnostic, sortDiagnostics } from '../../pipeline/contract/diagnostic.ts'
import { parseArticle } from '../../pipeline/parse/parse-article.ts'
import { readNewsroom } from '../../pipeline/run/read-newsroom.ts'
import { takeInHand } from '../../pipeline/run/take-in-hand.ts'

const folder = join(import.meta.dirname, '../broken')
/** On this day every broken story would be public, were it not broken. */
const day = Date.parse('2026-11-23T12:00:00Z')

/** What single stories are parsed against. */
const publication: Publication = {
  name: 'The Ferry Gazette',
  url: 'https://gazette.example',
  language: 'en-GB',
  timezone: 'Europe/London',
  social: {},
  sections: [{ id: 'sea', name: 'The sea' }, { id: 'town', name: 'The town' }],
  front: [],
}

/** Names of all broken stories: `<rule-id>.md`, or a folder `<rule-id>` that is a small newspaper. */
export function brokenStories(): string[] {
  return [...new Set(readdirSync(folder).map((name) => name.replace(/\.(md|txt)$/, '')))].sort()
}

/** Everything that is said about a broken story or newspaper, one diagnostic a line. */
export async function whatIsWrongWith(name: string): Promise<string> {
  const story = join(folder, `${name}.md`)
  const found = existsSync(story) ? await wrongStory(name, story) : await wrongNewspaper(join(folder, name))
  return sortDiagnostics(found).map(inOneLine).join('\n') + '\n'
}

async function wrongStory(name: string, path: string): Promise<Diagnostic[]> {
  const bytes = await readFile(path)
  return parseArticle({ path: `articles/${name}.md`, bytes }, { publication }).diagnostics
}

async function wrongNewspaper(path: string): Promise<Diagnostic[]> {
  const newsroom = await readNewsroom(path, day)
  if (!('stories' in newsroom)) return [...newsroom.diagnostics]
  const found = [...newsroom.diagnostics]
  // Rules of the house have examples of their own; these stories are about what can be read at all.
  const desk = { newsroom: { ...newsroom, rules: { all: [], own: [], hash: '' } }, formats: [] }
  for (const story of newsroom.stories) {
    found.push(...story.diagnostics)
    if (story.verdict.isPublic) found.push(...(await takeInHand(story, desk)).diagnostics)
  }
  return found
}

function inOneLine({ file, line, column, severity, rule, reason, hint }: Diagnostic): string {
  return `${[file, line, column].filter((part) => part !== undefined).join(':')} ${severity} ${rule} ${reason} Hint: ${hint}`
}
