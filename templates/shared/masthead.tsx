/** @jsxImportSource hastscript */
import type { ElementContent } from 'hast'
import type { StoryView } from '../../pipeline/ast/story-view.ts'

/**
 * The name of the newspaper and its slogan, in the newspaper's own language, linked to its front page. With a `logo`,
 * an image whose alternative text is the name, the logo stands for the name.
 */
export function masthead({ publication, language }: StoryView, logo?: ElementContent) {
  const lang = publication.language === language ? undefined : publication.language
  return (
    <header class="masthead" lang={lang}>
      <a class="masthead-name" href={`${publication.url}/`}>{logo ?? publication.name}</a>
      {publication.slogan ? <p class="masthead-slogan">{publication.slogan}</p> : undefined}
    </header>
  )
}
