/** @jsxImportSource hastscript */
import type { Element, Nodes } from 'hast'
import type { Child } from 'hastscript'
import type { FrameLink, FrameView } from '../../pipeline/ast/site-view.ts'
import type { Logo } from '../../pipeline/ast/story-view.ts'
import { head, type SiteHead } from './head.tsx'

const contentId = 'stories'

/** A whole page: masthead, sections, what it is about, and the foot. */
export function frame(view: FrameView, facts: SiteHead, kind: string, content: Child, logo?: Logo): Element {
  return element(
    <html lang={view.language} dir={view.direction}>
      {head(facts)}
      <body class={`page site site-${kind}`}>
        <a class="skip-link" href={`#${contentId}`}>{view.words.skipToStories}</a>
        {masthead(view, logo)}
        {sections(view)}
        <main class="content" id={contentId} tabindex="-1">{content}</main>
        {foot(view)}
      </body>
    </html>,
  )
}

/** Large on the front page, where the newspaper's name is the headline of the whole; elsewhere small, and the way there. */
function masthead({ publication: { name, slogan, href, isHere } }: FrameView, logo?: Logo) {
  const link = <a class="masthead-name" href={href} aria-current={isHere ? 'page' : undefined}>{logo?.image}{logo?.isWordmark ? undefined : name}</a>
  return (
    <header class="masthead">
      {isHere ? <h1 class="masthead-title">{link}</h1> : link}
      {slogan ? <p class="masthead-slogan">{slogan}</p> : undefined}
    </header>
  )
}

function sections({ sections: links, words }: FrameView) {
  if (links.length === 0) return undefined
  return (
    <nav class="sections" aria-label={words.sections}>
      <ul>{links.map(({ name, href, isCurrent }) => <li><a href={href} aria-current={isCurrent ? 'page' : undefined}>{name}</a></li>)}</ul>
    </nav>
  )
}

function foot({ publication, feeds, words }: FrameView) {
  return (
    <footer class="page-footer">
      <a class="page-footer-name" href={publication.href}>{publication.name}</a>
      {feeds.length > 0 ? <p class="also-as">{words.feeds}{feeds.flatMap(feedLink)}</p> : undefined}
    </footer>
  )
}

function feedLink({ name, href, mediaType }: FrameLink) {
  return [' ', <a href={href} type={mediaType}>{name}</a>]
}

function element(node: Nodes): Element {
  if (node.type !== 'element') throw new Error('Expected one element at the top of the page.')
  return node
}
