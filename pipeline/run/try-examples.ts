import type { Publication } from '../ast/publication.ts'
import type { Picture } from '../ast/small-types.ts'
import type { Settings } from '../config/parse-publication.ts'
import { reportInto } from '../contract/catalogue.ts'
import type { Diagnostic } from '../contract/diagnostic.ts'
import type { MeasurePicture, SourceReader } from '../contract/source.ts'
import { parseArticle } from '../parse/parse-article.ts'
import { resolveArticle } from '../resolve/resolve-article.ts'
import type { Addresses, StoryRule } from '../rules/story-rule.ts'
import { exampleHead, tryRule, type ReadExample } from '../rules/try-rule.ts'

/** Errors about rules of a newsroom’s own whose good example is reported or whose bad one is not: nothing else shows that a rule runs at all. */
export async function tryExamples(rules: readonly StoryRule[], { publication }: Pick<Settings, 'publication'>): Promise<Diagnostic[]> {
  const found: Diagnostic[] = []
  const read = exampleReader(publication)
  for (const rule of rules) {
    for (const { example, problem } of await tryRule(rule, read)) reportInto(found)('house-rule-example', { file: 'publication.yml' }, { rule: rule.id, example, problem })
  }
  return found
}

/**
 * Reads an example of a rule as a story of this publication, with a section `sea`. Every picture that it names is there; its width is what its name says
 * (`quay-800px.jpg`), or else 2,000 pixels. Beside the story stand `sea/ferry-timetable` and, not public, `sea/summer-timetable`.
 */
export function exampleReader(own: Publication): ReadExample {
  const sections = [...own.sections.filter(({ id }) => id !== 'sea'), { id: 'sea', name: 'Sea' }]
  const publication: Publication = { ...own, sections }
  return async (example) => {
    const text = example.startsWith('---') ? `${example}\n` : `${exampleHead}${example}\n`
    const parsed = parseArticle({ path: 'articles/example.md', bytes: new TextEncoder().encode(text) }, { publication })
    if (parsed.article === undefined) return { problem: `cannot be read: ${parsed.diagnostics[0]?.reason ?? 'it is no story'}` }
    const { unfinished, diagnostics } = await resolveArticle(parsed.article, { publication, source: everyFile, measure, stories: new Map() })
    const wrong = [...parsed.diagnostics, ...diagnostics].find(({ severity }) => severity === 'error')
    return wrong ? { problem: `cannot be read: ${wrong.reason}` } : { story: unfinished, surroundings: { publication, addresses } }
  }
}

const everyFile: SourceReader = { read: async (path) => ({ path, bytes: new TextEncoder().encode('WEBVTT\n') }) }

const measure: MeasurePicture = async ({ path: src }) => {
  const width = Number(/-(\d+)px\./.exec(src)?.[1] ?? 2000)
  const mediaType: Picture['mediaType'] = src.endsWith('.svg') ? 'image/svg+xml' : 'image/jpeg'
  return { picture: { src, sha256: '0'.repeat(64), mediaType, width, height: Math.round(width / 1.5), bytes: 1 }, metadata: {} }
}

const addresses: Addresses = {
  at: (path) => (/^$|^sea$|^sea\/(?:example|ferry-timetable)$/.test(path) ? 'page' : path === 'sea/summer-timetable' ? 'held' : undefined),
  nearest: () => 'sea/ferry-timetable',
}
