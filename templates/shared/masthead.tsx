/** @jsxImportSource hastscript */
import type { ElementContent } from 'hast'
import type { StoryView } from '../../pipeline/ast/story-view.ts'

/** The newspaper's logo, drawn. A wordmark says the name itself and stands for it; any other mark stands beside it. */
export interface Logo {
  image: ElementContent
  isWordmark: boolean
}

/** The name of the newspaper and its slogan, in the newspaper's own language, linked to its front page. */
export function masthead({ publication, language }: StoryView, logo?: Logo) {
  const lang = publication.language === language ? undefined : publication.language
  return (
    <header class="masthead" lang={lang}>
      <a class="masthead-name" href={publication.url}>{logo?.image}{logo?.isWordmark ? undefined : publication.name}</a>
      {publication.slogan ? <p class="masthead-slogan">{publication.slogan}</p> : undefined}
    </header>
  )
}
