import * as z from 'zod'
import { treeSchemas, type State } from './nodes.ts'
import { Author, DateTime, Position } from './small-types.ts'

/** Raised whenever a reader of `article.json` would have to change. */
export const schemaVersion = 1

/** What kind of text a story is; readers must be able to tell. */
export const tones = ['news', 'analysis', 'opinion', 'editorial', 'review', 'obituary', 'live', 'correction'] as const
/** Who has paid for a story; `paid` and `sponsored` are labelled everywhere. */
export const commercialLabels = ['none', 'sponsored', 'paid'] as const
/** How far a story has come (ninjs 2, `pubstatus`, and drafts before it): only `usable` ones may be published. */
export const statuses = ['draft', 'usable', 'withheld', 'canceled'] as const
/** What a notice on a story says of it. */
export const correctionTypes = ['correction', 'clarification', 'retraction', 'update'] as const
/** Who may read all of a story. */
export const accessLevels = ['free', 'metered', 'subscriber'] as const
export type Status = (typeof statuses)[number]
export type Tone = (typeof tones)[number]
export type Commercial = (typeof commercialLabels)[number]
export type CorrectionType = (typeof correctionTypes)[number]

const text = z.string()

/** Metadata that is the same in both states. */
function common<S extends State>(state: S) {
  const tree = treeSchemas(state)
  return {
    schemaVersion: z.literal(schemaVersion),
    source: text.describe('The story’s file, below source/, with forward slashes'),
    slug: text,
    id: text.describe('Permanent identity: survives a change of slug'),
    formerly: z.array(text),
    headline: text,
    standfirst: z.array(tree.phrasing).optional(),
    kicker: text.optional(),
    tone: z.enum(tones),
    commercial: z.enum(commercialLabels),
    byline: z.array(Author),
    dateline: text.optional(),
    updated: DateTime.optional(),
    lead: tree.figure.optional(),
    contributors: z.array(tree.phrasing).optional(),
    follow: z.strictObject({ text, href: text }).optional(),
    tags: z.array(text),
    status: z.enum(statuses),
    expires: DateTime.optional(),
    corrections: z.array(z.strictObject({ date: DateTime, type: z.enum(correctionTypes), text: z.array(tree.phrasing) })),
    access: z.strictObject({
      level: z.enum(accessLevels),
      freeBlocks: z.int().min(0).optional().describe('How many blocks of the body come before the paywall'),
    }),
    rights: z.strictObject({ holder: text.optional(), notice: text.optional() }).optional(),
    places: z.record(text, Position).describe('Where each front matter key stands, as `lead.src` or `byline.0`'),
    body: tree.body,
  }
}

/** What the author wrote: checked key by key, nothing looked up yet. */
export const ParsedArticle = z.strictObject({
  type: z.literal('parsedArticle'),
  ...common('parsed'),
  headlines: z.strictObject({ social: text.optional(), seo: text.optional(), print: text.optional() }),
  section: text.optional(),
  published: DateTime.optional(),
  language: text.optional(),
  direction: z.enum(['ltr', 'rtl']).optional(),
  related: z.array(z.strictObject({ title: text.optional(), href: text.optional(), ref: text.optional() })),
  embargo: z.strictObject({ until: DateTime.optional() }).optional(),
  canonical: text.optional(),
  allowances: z
    .array(z.strictObject({ rule: text, reason: text, from: z.int(), to: z.int() }))
    .describe('Rules silenced by a comment, with the lines for which they are; desk matter, so no renderer sees them'),
})
export type ParsedArticle = z.infer<typeof ParsedArticle>

/** Complete, checked, plain data: structured-clone safe, and all that a renderer is ever told of a story. */
export const Article = z.strictObject({
  type: z.literal('article'),
  ...common('article'),
  headlines: z.strictObject({ social: text, seo: text, print: text }),
  section: z.strictObject({ id: text, name: text }).optional(),
  published: DateTime,
  language: text.describe('BCP 47'),
  direction: z.enum(['ltr', 'rtl']),
  related: z.array(z.strictObject({ title: text, url: text })),
  embargo: z.strictObject({ until: DateTime }).optional(),
  path: text.describe('The story’s folder below dist/: `world/port-strike`'),
  url: text.describe('Absolute address of its page, ending in /'),
  canonical: text.describe('The address that search engines are to keep: `url`, unless first published elsewhere'),
})
export type Article = z.infer<typeof Article>

/**
 * A story as far as it could be completed: what is broken in it is left out, and a draft has no time. For those who judge a story, never
 * for those who draw one.
 */
export type UnfinishedArticle = Omit<Article, 'published'> & { published?: string | undefined }

/** JSON Schema (draft 2020-12) of `article.json`. */
export function articleJsonSchema(): unknown {
  return z.toJSONSchema(Article, { io: 'input' })
}
