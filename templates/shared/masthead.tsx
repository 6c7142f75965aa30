/** @jsxImportSource hastscript */
import type { Logo, StoryView } from '../../pipeline/ast/story-view.ts'

export type { Logo }

/** The name of the newspaper and its slogan, in the newspaper's own language, linked to its front page. */
export function masthead({ publication, language }: Pick<StoryView, 'publication' | 'language'>, logo?: Logo) {
  const lang = publication.language === language ? undefined : publication.language
  return (
    <header class="masthead" lang={lang} dir={lang ? 'auto' : undefined}>
      <a class="masthead-name" href={publication.url}>{logo?.image}{logo?.isWordmark ? undefined : publication.name}</a>
      {publication.slogan ? <p class="masthead-slogan">{publication.slogan}</p> : undefined}
    </header>
  )
}
