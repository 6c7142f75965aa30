import type { Article } from '../ast/article.ts'
import { sharedHandlers } from './handlers/index.ts'
import type { MarkupSettings, MarkupState } from './state.ts'
import { surveyStory } from './survey.ts'
import { wordsFor } from './words.ts'

/** Complete a renderer’s settings for one story. The story is drawn as it is given: cut and order it first. */
export function markupState(article: Article, settings: MarkupSettings): MarkupState {
  return {
    ...surveyStory(article),
    publication: settings.publication,
    article,
    words: wordsFor(article.language),
    handlers: { ...sharedHandlers, ...settings.handlers },
    figureRole: settings.figureRole,
    drawPicture: settings.drawPicture,
    mediaHref: settings.mediaHref,
    href: settings.href ?? ((url) => url),
  }
}
