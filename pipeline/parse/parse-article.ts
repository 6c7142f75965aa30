import { type ParsedArticle, schemaVersion } from '../ast/article.ts'
import { limitsOf } from '../ast/limits.ts'
import type { Publication } from '../ast/publication.ts'
import { reportInto } from '../contract/catalogue.ts'
import { type Diagnostic, sortDiagnostics } from '../contract/diagnostic.ts'
import type { SourceFile } from '../contract/source.ts'
import { decodeText } from '../yaml/decode-text.ts'
import { readYaml } from '../yaml/read-yaml.ts'
import { articleKeys } from './article-keys.ts'
import { type ParsedBody, parseBody } from './body/parse-body.ts'
import { type GateFacts, readGate } from './gate-facts.ts'
import { frontAllowances } from './front-allowances.ts'
import { type FrontMatterFields, readFrontMatter } from './read-front-matter.ts'
import { slugOfPath } from './slug.ts'
import { weighStory } from './weigh-story.ts'
import { splitFrontMatter } from './split-front-matter.ts'

export type { GateFacts } from './gate-facts.ts'

/** What a story is parsed against. */
export interface ParseSettings {
  publication: Publication
}

/** A story as its author wrote it, as far as it can be read. */
export interface ParseResult {
  /** By `slug:` or by the file's name; unchecked where a diagnostic says so. */
  slug: string
  /** Absent where too little can be read to go on with: no headline, no readable front matter, no UTF-8. */
  article?: ParsedArticle
  /** What decides whether the story may be public: read even from a file that is otherwise broken. */
  gate: GateFacts
  diagnostics: Diagnostic[]
}

/** What a run must know of a story before it reads the story itself: who it is, and whether it may be public. */
export interface StoryHead {
  slug: string
  id: string
  headline?: string
  section?: string
  /** Old addresses, if any. */
  formerly?: readonly string[]
  gate: GateFacts
  /** False where too little can be read to go on with, as in `ParseResult`. */
  isReadable: boolean
}

/** Read the head of a story from its front matter alone. Says nothing of what is wrong: whoever reads the story will. */
export function parseHead(file: SourceFile, settings: ParseSettings): StoryHead {
  const { front, gate, readable, parts } = readFront(file, settings, [])
  const slug = front?.slug ?? slugOfPath(file.path)
  const { headline, section, id, formerly = [] } = front ?? {}
  const known = { ...(headline === undefined ? {} : { headline }), ...(section === undefined ? {} : { section }), ...(formerly.length === 0 ? {} : { formerly }) }
  return { slug, id: id ?? slug, ...known, gate, isReadable: readable && parts.whole && headline !== undefined }
}

/** Read one story: bytes in; the parsed article and everything that is wrong with it out. Pure, and never throws. */
export function parseArticle(file: SourceFile, settings: ParseSettings): ParseResult {
  const diagnostics: Diagnostic[] = []
  const { front, gate, readable, parts, desk } = readFront(file, settings, diagnostics)
  const body = readable && parts.whole ? parseBody(parts.body, { ...desk, line: parts.bodyLine, tone: front?.tone ?? 'live', nodes: limitsOf(settings.publication).nodes }) : undefined
  if (body?.paywall && front?.access.level === 'free') desk.report('paywall-in-free-story', { file: file.path, line: body.paywall.line, column: 1 }, {})
  const article = front && body && assemble(front, { ...body, allowances: [...frontAllowances(parts.yaml, file.path, desk.report), ...body.allowances] })
  return { slug: front?.slug ?? slugOfPath(file.path), ...(article ? { article } : {}), gate, diagnostics: sortDiagnostics(diagnostics) }
}

/** Everything above the body, with what is wrong there. */
export function readFront(file: SourceFile, { publication }: ParseSettings, diagnostics: Diagnostic[]) {
  const report = reportInto(diagnostics)
  const { text, readable: isText } = decodeText(file, report)
  const parts = splitFrontMatter(text, file.path, isText ? report : () => {})
  const readable = weighStory(file, parts, publication, report) && isText
  const yaml = readable && parts.whole ? readYaml({ file: file.path, text: parts.yaml, report }) : undefined
  const isSound = yaml !== undefined && !diagnostics.some(({ rule }) => rule === 'broken-yaml' || rule === 'duplicate-key')
  const gate = readGate(parts.yaml, isSound ? yaml : undefined, Object.keys(articleKeys(publication)))
  const desk = { file: file.path, report, timezone: publication.timezone, places: {} }
  // What broken YAML seems to say is not worth a second diagnostic.
  const front = yaml && !diagnostics.some(({ rule }) => rule === 'broken-yaml') ? readFrontMatter(yaml, publication, desk) : undefined
  return { front, gate, readable, parts, desk }
}

/** Where a gated story shows no paywall, its free part is its first two blocks. */
const freeByDefault = 2

function assemble({ headline, ...front }: FrontMatterFields, { body, allowances, paywall }: ParsedBody): ParsedArticle | undefined {
  if (headline === undefined) return undefined
  const { level } = front.access
  const freeBlocks = paywall?.blocks ?? Math.min(freeByDefault, body.children.length)
  return {
    type: 'parsedArticle',
    schemaVersion,
    ...front,
    headline,
    access: level === 'free' ? { level } : { level, freeBlocks },
    allowances,
    body,
  }
}
