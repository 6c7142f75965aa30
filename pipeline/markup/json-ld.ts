import { toString } from 'mdast-util-to-string'
import type { AdvertiserContentArticle, ArticleLeaf, BlogPosting, ImageObject, LiveBlogPosting, NewsArticle, Person, WithContext } from 'schema-dts'
import type { Article } from '../ast/article.ts'
import { lastChanged } from '../ast/edition.ts'
import type { Publication } from '../ast/publication.ts'
import type { Author, Link } from '../ast/small-types.ts'
import { safeAddress } from '../ast/safe-address.ts'
import { freePart, isCut } from '../ast/free-part.ts'
import { closedClass } from './closed-class.ts'
import { liveBlogUpdates } from './live-blog-updates.ts'
import { wordsFor } from './words.ts'

/** A picture with an absolute address and its size in pixels. */
export interface SizedImage {
  url: string
  width: number
  height: number
}

/** What of the world around a story its structured data names. */
export interface JsonLdFacts {
  publication: Publication
  /** What all renderers promised; the cards among them are the story’s images in several shapes. */
  links: readonly Link[]
  /** The publication’s logo, where it has one. */
  logo?: SizedImage
  /** Cuts of the lead picture, best first; they are named before the cards. */
  images?: readonly SizedImage[]
}

/** schema.org `Article`, of the kind that tone and commercial label ask for. */
export type StoryJsonLd = WithContext<NewsArticle | LiveBlogPosting | AdvertiserContentArticle>
type Shared = Omit<ArticleLeaf, '@type'>

/**
 * The structured data of a story’s public page, with what search engines read
 * (https://developers.google.com/search/docs/appearance/structured-data/article and …/paywalled-content). Of a gated story it
 * holds no word that the page does not.
 */
export function storyJsonLd(article: Article, facts: JsonLdFacts): StoryJsonLd {
  const context = { '@context': 'https://schema.org' } as const
  const shared = { ...identity(article), ...content(article), ...origin(article, facts), ...corrections(article), ...access(article) }
  // Only a `NewsArticle` has a dateline.
  const news = article.dateline === undefined ? shared : { ...shared, dateline: article.dateline }
  if (article.commercial !== 'none') return { ...context, '@type': 'AdvertiserContentArticle', ...shared }
  switch (article.tone) {
    case 'opinion':
    case 'editorial':
      return { ...context, '@type': 'OpinionNewsArticle', ...news }
    case 'analysis':
      return { ...context, '@type': 'AnalysisNewsArticle', ...news }
    case 'review':
      return { ...context, '@type': 'ReviewNewsArticle', ...news }
    case 'live':
      return { ...context, '@type': 'LiveBlogPosting', ...shared, ...coverage(article) }
    case 'news':
    case 'obituary':
    case 'correction':
      return { ...context, '@type': 'NewsArticle', ...news }
    default:
      return article.tone satisfies never
  }
}

/** The content of a `script` element of type `application/ld+json`: nothing in it can end the element. */
export function jsonLdText(data: object): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c')
}

function identity(article: Article): Shared {
  const { canonical, url, headline, headlines, published, language } = article
  return {
    '@id': `${canonical}#article`,
    mainEntityOfPage: canonical,
    url,
    headline,
    ...(headlines.seo === headline ? {} : { alternativeHeadline: headlines.seo }),
    datePublished: published,
    dateModified: lastChanged(article),
    inLanguage: language,
  }
}

function content({ standfirst, section, tags }: Article): Shared {
  return {
    ...(standfirst?.length ? { description: toString(standfirst, { includeImageAlt: false }) } : {}),
    ...(section ? { articleSection: section.name } : {}),
    ...(tags.length ? { keywords: tags.join(', ') } : {}),
  }
}

function origin({ byline, rights }: Article, { publication, links, logo, images = [] }: JsonLdFacts): Shared {
  const pictures = [...images, ...cardsOf(links)].map(imageObject)
  return {
    // Who signs nothing is the newspaper itself: search engines want an author of every article.
    author: byline.length ? byline.map(person) : [{ '@type': 'Organization', name: publication.name, url: `${publication.url}/` }],
    publisher: {
      '@type': 'NewsMediaOrganization',
      name: publication.name,
      url: `${publication.url}/`,
      ...(logo ? { logo: imageObject(logo) } : {}),
    },
    ...(pictures.length ? { image: pictures } : {}),
    ...(rights?.holder ? { copyrightHolder: { '@type': 'Organization', name: rights.holder } } : {}),
    ...(rights?.notice ? { copyrightNotice: rights.notice } : {}),
  }
}

function person({ name, role, url, location }: Author): Person {
  const address = url === undefined ? undefined : safeAddress(url)
  return {
    '@type': 'Person',
    name,
    ...(role ? { jobTitle: role } : {}),
    ...(address ? { url: address } : {}),
    ...(location ? { workLocation: { '@type': 'Place', name: location } } : {}),
  }
}

function cardsOf(links: readonly Link[]): SizedImage[] {
  return links.flatMap(({ rel, url, width, height }) => (rel.startsWith('card-') && width && height ? [{ url, width, height }] : []))
}

function imageObject({ url, width, height }: SizedImage): ImageObject {
  return { '@type': 'ImageObject', url, width: String(width), height: String(height) }
}

function corrections({ corrections: notices, language }: Article): Shared {
  if (notices.length === 0) return {}
  const { correctionTypes } = wordsFor(language)
  return {
    correction: notices.map(({ date, type, text }) => ({
      '@type': 'CorrectionComment' as const,
      name: correctionTypes[type],
      datePublished: date,
      text: toString(text, { includeImageAlt: false }),
    })),
  }
}

function access(article: Article): Shared {
  if (!isCut(article)) return { isAccessibleForFree: true }
  const part = { '@type': 'WebPageElement', isAccessibleForFree: false, cssSelector: `.${closedClass}` } as const
  return { isAccessibleForFree: false, hasPart: part }
}

/** Of a live story: its updates, newest first, and the time that they cover. */
function coverage(article: Article): { coverageStartTime: string; coverageEndTime?: string; liveBlogUpdate?: BlogPosting[] } {
  const updates = liveBlogUpdates(freePart(article))
  return {
    coverageStartTime: article.published,
    ...(article.updated === undefined ? {} : { coverageEndTime: article.updated }),
    ...(updates.length ? { liveBlogUpdate: updates } : {}),
  }
}
