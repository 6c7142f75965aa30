/** @jsxImportSource hastscript */
import type { Label } from '../../pipeline/ast/story-view.ts'

/** A page that says one thing and leads on. */
export interface Notice {
  title: string
  text?: string
  /** What sets the story apart to which it leads. */
  label?: Label
  link: { href: string; words: string; language?: string; direction?: 'ltr' | 'rtl' }
}

/** What stands where a reader looked for something else. */
export function notice({ title, text, label, link }: Notice) {
  return (
    <div class="notice">
      <h1 class="site-title">{title}</h1>
      {text ? <p class="notice-text">{text}</p> : undefined}
      {label ? <p class="eyebrow" lang={link.language} dir={link.direction}><strong class={`label label-${label.kind}`}>{label.text}</strong></p> : undefined}
      <p class="notice-link"><a href={link.href} lang={link.language} dir={link.direction}>{link.words}</a></p>
    </div>
  )
}
