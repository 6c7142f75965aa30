import * as z from 'zod'
import { DateTime } from '../ast/small-types.ts'

/** An absolute address that search engines can fetch. */
const url = z.url({ protocol: /^https?$/ })
const words = z.string().min(1)
const pixels = z.string().regex(/^[1-9]\d*$/)

const image = z.strictObject({ '@type': z.literal('ImageObject'), url, width: pixels, height: pixels })
const person = z.strictObject({
  '@type': z.literal('Person'),
  name: words,
  jobTitle: words.optional(),
  url: z.url({ protocol: /^(https?|mailto|tel)$/ }).optional(),
  workLocation: z.strictObject({ '@type': z.literal('Place'), name: words }).optional(),
})
const organization = z.strictObject({ '@type': z.literal('Organization'), name: words, url })
const publisher = z.strictObject({ '@type': z.literal('NewsMediaOrganization'), name: words, url, logo: image.optional() })
const posting = z.strictObject({ '@type': z.literal('BlogPosting'), '@id': url, url, headline: words, datePublished: DateTime, articleBody: z.string() })

const shared = {
  '@context': z.literal('https://schema.org'),
  '@id': url,
  mainEntityOfPage: url,
  url,
  headline: words,
  alternativeHeadline: words.optional(),
  datePublished: DateTime,
  dateModified: DateTime,
  inLanguage: words,
  description: words.optional(),
  articleSection: words.optional(),
  keywords: words.optional(),
  author: z.array(z.discriminatedUnion('@type', [person, organization])).min(1),
  publisher,
  image: z.array(image).min(1).optional(),
  copyrightHolder: z.strictObject({ '@type': z.literal('Organization'), name: words }).optional(),
  copyrightNotice: words.optional(),
  correction: z.array(z.strictObject({ '@type': z.literal('CorrectionComment'), name: words, datePublished: DateTime, text: words })).min(1).optional(),
  isAccessibleForFree: z.boolean(),
  hasPart: z.strictObject({ '@type': z.literal('WebPageElement'), isAccessibleForFree: z.literal(false), cssSelector: z.string().regex(/^\.[\w-]+$/) }).optional(),
}

const news = z.strictObject({
  '@type': z.enum(['NewsArticle', 'OpinionNewsArticle', 'AnalysisNewsArticle', 'ReviewNewsArticle']),
  ...shared,
  dateline: words.optional(),
})
const advertisement = z.strictObject({ '@type': z.literal('AdvertiserContentArticle'), ...shared })
const live = z.strictObject({
  '@type': z.literal('LiveBlogPosting'),
  ...shared,
  coverageStartTime: DateTime,
  coverageEndTime: DateTime.optional(),
  liveBlogUpdate: z.array(posting).min(1).optional(),
})

/**
 * What the structured data of a story's page may be, and nothing else: schema.org's types and names, with what Google asks of an
 * article (https://developers.google.com/search/docs/appearance/structured-data/article): absolute addresses, dates with their zone,
 * authors one by one (of a story without a byline, the newspaper), pictures with their size, and what is not free named by a selector of one class (…/paywalled-content).
 */
export const NewsArticleSchema = z.discriminatedUnion('@type', [news, advertisement, live])
/** Structured data that has passed the schema. */
export type NewsArticleData = z.infer<typeof NewsArticleSchema>
