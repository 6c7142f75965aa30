/** @jsxImportSource hastscript */
import type { Element, ElementContent, Root } from 'hast'
import type { StoryView } from '../../pipeline/ast/story-view.ts'
import { corrections } from '../shared/corrections.tsx'
import { gate } from '../shared/gate.tsx'
import { masthead, type Logo } from '../shared/masthead.tsx'
import { contributors, rights, topics } from '../shared/story-footer.tsx'
import { correctedNotice, dates, eyebrow } from '../shared/story-header.tsx'
import { byline } from '../shared/byline.tsx'
import { linkNotes, type LinkNote } from './link-notes.tsx'
import { follow, readMore } from './printed-links.tsx'
import type { Paper, Setting } from './paper.ts'

/** What the page needs besides the story. */
export interface PrintParts {
  paper: Paper
  setting: Setting
  /** A story of a few lines, which stands alone on its page in large type. */
  isBrief: boolean
  /** Fonts, page rule and style, ready to stand in `style`. */
  css: string
  /** Addresses of links in the text, in the order of their numbers. */
  notes: readonly LinkNote[]
  /** What the running foot says; there to have its letters loaded, because a margin box loads none. */
  footLetters: string
  logo: Logo | undefined
}

/** One story as a document to print. */
export function printedPage(view: StoryView, parts: PrintParts): Root {
  const { columns, fit } = parts.setting
  const label = view.label ? ` story-${view.label.kind}` : ''
  const document = (
    <html lang={view.language} dir={view.direction}>
      <head>
        <meta charset="utf-8" />
        <title>{view.headline}</title>
        <style>{parts.css}</style>
      </head>
      <body class={`paper-${parts.paper} columns-${columns} fit-${fit}${parts.isBrief ? ' brief' : ''}${label}`}>
        <p class="foot-letters" aria-hidden="true">{parts.footLetters}</p>
        {masthead(view, parts.logo)}
        <article class="story">
          {columns === 'two' ? [header(view, credits(view)), view.lead] : [header(view), view.lead, credits(view)]}
          <div class="story-body">{view.body}{gate(view)}{contributors(view)}</div>
          {footer(view, parts.notes)}
        </article>
      </body>
    </html>
  ) as Element
  return { type: 'root', children: [{ type: 'doctype' }, document] }
}

function header(view: StoryView, withCredits?: ElementContent) {
  return (
    <header class="story-header">
      {eyebrow(view)}
      <h1 class={headlineClass(view.headline)}>{view.headline}</h1>
      {view.standfirst.length > 0 ? <p class="standfirst">{view.standfirst}</p> : undefined}
      {withCredits}
    </header>
  )
}

/** A headline is set in the largest type in which it takes three lines or so. */
function headlineClass({ length }: string): string {
  return length > 160 ? 'headline headline-longest' : length > 90 ? 'headline headline-long' : 'headline'
}

function credits(view: StoryView): Element {
  return <div class="story-credits">{byline(view)}{dates(view)}{correctedNotice(view)}</div> as Element
}

function footer(view: StoryView, notes: readonly LinkNote[]) {
  const parts = [corrections(view), readMore(view), follow(view), linkNotes(view, notes), topics(view), rights(view)]
  return parts.some((part) => part !== undefined) ? <footer class="story-footer">{parts}</footer> : undefined
}
