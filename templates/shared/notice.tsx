/** @jsxImportSource hastscript */
import type { Label, Moment } from '../../pipeline/ast/story-view.ts'

/** A page that says one thing and leads on. */
export interface Notice {
  title: string
  text?: string
  /** Where the text is not in the language of the page. */
  textIn?: { language: string; direction: 'ltr' | 'rtl' }
  /** When that was said. */
  date?: Moment
  /** What sets the story apart to which it leads. */
  label?: Label
  link: { href: string; words: string; language?: string; direction?: 'ltr' | 'rtl' }
}

/** What stands where a reader looked for something else. */
export function notice({ title, text, textIn, date, label, link }: Notice) {
  return (
    <div class="notice">
      <h1 class="site-title">{title}</h1>
      {text ? <p class="notice-text" lang={textIn?.language} dir={textIn?.direction}>{text}</p> : undefined}
      {date ? <p class="notice-date"><time datetime={date.iso}>{date.text}</time></p> : undefined}
      {label ? <p class="eyebrow" lang={link.language} dir={link.direction}><strong class={`label label-${label.kind}`}>{label.text}</strong></p> : undefined}
      <p class="notice-link"><a href={link.href} lang={link.language} dir={link.direction}>{link.words}</a></p>
    </div>
  )
}
