/** @jsxImportSource hastscript */
import type { OtherForm } from '../shared/page-body.tsx'
import { contentSecurityPolicy } from '../shared/policy.ts'

/** A social card: absolute address, pixels, and what it shows in words. */
export interface CardFacts {
  url: string
  mediaType: string
  width?: number
  height?: number
  alt: string
}

/** What the head of a page says. Addresses are absolute unless it says "relative". */
export interface HeadFacts {
  title: string
  headline: string
  description: string
  siteName: string
  /** BCP 47. */
  language: string
  canonical: string
  /** A complete copy of a gated story: search engines and previews are told nothing of it. */
  isPrivate: boolean
  /** Relative: the one stylesheet, and the font that the first paint waits for. */
  stylesheet: string
  mainFont: string
  /** Relative: the mark of the newspaper, for the tab of the browser. */
  icon?: string
  /** Relative: the AMP page, PDF, EPUB and so on. */
  amp?: string
  alternates: readonly OtherForm[]
  /** The feeds in which the story is or was: relative, each with what it is the feed of. */
  feeds: readonly OtherForm[]
  cards: readonly CardFacts[]
  published: string
  updated?: string
  section?: string
  authors: readonly string[]
  tags: readonly string[]
  /** `@account` of the newspaper on X. */
  twitterSite?: string
  /** JSON-LD, serialised and safe inside of a script element. */
  jsonLd: string
}

/** The head of a story's page: the policy first, because it holds for what comes after it only. */
export function head(facts: HeadFacts) {
  return (
    <head>
      <meta charset="utf-8" />
      <meta http-equiv="Content-Security-Policy" content={contentSecurityPolicy} />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{facts.title}</title>
      <link rel="preload" href={facts.mainFont} as="font" type="font/woff2" crossorigin="anonymous" />
      <link rel="stylesheet" href={facts.stylesheet} />
      {facts.icon ? <link rel="icon" href={facts.icon} /> : undefined}
      <meta name="description" content={facts.description} />
      <meta name="robots" content={facts.isPrivate ? 'noindex, nofollow' : 'max-image-preview:large'} />
      {facts.authors.map((author) => <meta name="author" content={author} />)}
      <meta name="color-scheme" content="light dark" />
      <meta name="theme-color" content="#fffdf8" media="(prefers-color-scheme: light)" />
      <meta name="theme-color" content="#151412" media="(prefers-color-scheme: dark)" />
      <link rel="canonical" href={facts.canonical} />
      {facts.isPrivate ? undefined : forOthers(facts)}
      <script type="application/ld+json">{facts.jsonLd}</script>
    </head>
  )
}

function forOthers(facts: HeadFacts) {
  return [
    facts.amp ? <link rel="amphtml" href={facts.amp} /> : undefined,
    ...facts.alternates.map(({ href, mediaType }) => <link rel="alternate" type={mediaType} href={href} />),
    ...facts.feeds.map(({ href, mediaType, name }) => <link rel="alternate" type={mediaType} title={name} href={href} />),
    ...openGraph(facts),
    ...twitter(facts),
  ]
}

/** https://ogp.me, with its `article` vocabulary. */
function openGraph(facts: HeadFacts) {
  return [
    property('og:type', 'article'),
    property('og:site_name', facts.siteName),
    property('og:locale', openGraphLocale(facts.language)),
    property('og:title', facts.headline),
    property('og:description', facts.description),
    property('og:url', facts.canonical),
    ...facts.cards.flatMap((card) => [
      property('og:image', card.url),
      property('og:image:type', card.mediaType),
      property('og:image:width', card.width?.toString()),
      property('og:image:height', card.height?.toString()),
      property('og:image:alt', card.alt),
    ]),
    property('article:published_time', facts.published),
    property('article:modified_time', facts.updated),
    property('article:section', facts.section),
    ...facts.tags.map((tag) => property('article:tag', tag)),
  ]
}

function twitter({ headline, description, cards: [card], twitterSite }: HeadFacts) {
  return [
    named('twitter:card', card ? 'summary_large_image' : 'summary'),
    named('twitter:site', twitterSite),
    named('twitter:title', headline),
    named('twitter:description', description),
    named('twitter:image', card?.url),
    named('twitter:image:alt', card?.alt),
  ]
}

function property(name: string, content: string | undefined) {
  return content ? <meta property={name} content={content} /> : undefined
}

function named(name: string, content: string | undefined) {
  return content ? <meta name={name} content={content} /> : undefined
}

/** Open Graph knows language and country only: `en-GB` is `en_GB`, and `sr-Latn-RS` is `sr_RS`. */
function openGraphLocale(language: string): string | undefined {
  const { language: name, region } = new Intl.Locale(language)
  return region ? `${name}_${region}` : undefined
}
