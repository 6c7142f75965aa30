/** @jsxImportSource hastscript */
import type { FrameLink } from '../../pipeline/ast/site-view.ts'
import { contentSecurityPolicy } from '../shared/policy.ts'

/** What the head of a page around the stories says. Addresses are as seen from the page unless it says "absolute". */
export interface SiteHead {
  title: string
  description?: string
  siteName: string
  /** Absolute; absent where search engines are to keep nothing. */
  canonical?: string
  /** Absolute, of a page that is elsewhere: the browser goes there at once. */
  movedTo?: string
  isIndexed: boolean
  stylesheets: readonly string[]
  mainFont: string
  icon?: string
  feeds: readonly FrameLink[]
  /** Absolute, with pixels and what it shows. */
  image?: { url: string; width: number; height: number; alt: string }
  /** JSON-LD, serialised and safe inside of a script element. */
  jsonLd?: string
}

/** The head: the policy first, because it holds for what comes after it only. */
export function head(facts: SiteHead) {
  return (
    <head>
      <meta charset="utf-8" />
      <meta http-equiv="Content-Security-Policy" content={contentSecurityPolicy} />
      {facts.movedTo ? <meta http-equiv="refresh" content={`0; url=${facts.movedTo}`} /> : undefined}
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{facts.title}</title>
      <link rel="preload" href={facts.mainFont} as="font" type="font/woff2" crossorigin="anonymous" />
      {facts.stylesheets.map((href) => <link rel="stylesheet" href={href} />)}
      {facts.icon ? <link rel="icon" href={facts.icon} /> : undefined}
      {facts.description ? <meta name="description" content={facts.description} /> : undefined}
      <meta name="robots" content={facts.isIndexed ? 'max-image-preview:large' : 'noindex'} />
      <meta name="color-scheme" content="light dark" />
      <meta name="theme-color" content="#fffdf8" media="(prefers-color-scheme: light)" />
      <meta name="theme-color" content="#151412" media="(prefers-color-scheme: dark)" />
      {facts.canonical ? <link rel="canonical" href={facts.canonical} /> : undefined}
      {facts.feeds.map(({ name, href, mediaType }) => <link rel="alternate" type={mediaType} title={`${facts.siteName}: ${name}`} href={href} />)}
      {facts.isIndexed ? forOthers(facts) : undefined}
      {facts.jsonLd ? <script type="application/ld+json">{facts.jsonLd}</script> : undefined}
    </head>
  )
}

/** https://ogp.me */
function forOthers({ title, description, siteName, canonical, image }: SiteHead) {
  const facts: [string, string | undefined][] = [
    ['og:type', 'website'], ['og:site_name', siteName], ['og:title', title], ['og:description', description], ['og:url', canonical],
    ['og:image', image?.url], ['og:image:width', image?.width.toString()], ['og:image:height', image?.height.toString()], ['og:image:alt', image?.alt],
  ]
  return facts.map(([name, content]) => (content ? <meta property={name} content={content} /> : undefined))
}
