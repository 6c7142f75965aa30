import type { Plugin } from 'unified'
import type { VFile } from 'vfile'
import type { UnfinishedArticle } from '../ast/article.ts'
import type { Diagnostic } from '../contract/diagnostic.ts'
import { failure } from './house-rule.ts'
import { passagesOf, type Passage } from './passages.ts'
import { placeIn, type StoryRule } from './story-rule.ts'

type ProseMessage = VFile['messages'][number]

/** A plug-in for prose (https://github.com/retextjs/retext), as `publication.yml` names it under `retext:`. */
export interface RetextPlugin {
  /** `house/` and the name of the package or file. */
  id: string
  plugin: Plugin<[unknown?]>
  options: unknown
  description?: string
  good?: string
  bad?: string
}

/** Take a retext plug-in for a rule: what it says of the prose of a story is said at its place in the story’s file. */
export function defineRetextRule({ id, plugin, options, description = `The retext plug-in ${id.slice('house/'.length)} has something to say of the prose.`, good, bad }: RetextPlugin): StoryRule {
  return {
    id,
    severity: 'warning',
    description,
    ...(good === undefined ? {} : { good: good.trim() }),
    ...(bad === undefined ? {} : { bad: bad.trim() }),
    async judge(story, { publication }) {
      // Plug-ins are made for one language: that of the house.
      if (primary(story.language) !== primary(publication.language)) return []
      try {
        return await judgeProse(story, id, plugin, options)
      } catch (error) {
        return failure(id, story, error)
      }
    },
  }
}

async function judgeProse(story: UnfinishedArticle, id: string, plugin: Plugin<[unknown?]>, options: unknown): Promise<Diagnostic[]> {
  const [{ unified }, { VFile }, { default: parser }] = await Promise.all([import('unified'), import('vfile'), primary(story.language) === 'en' ? import('retext-english') : import('retext-latin')])
  const passages = passagesOf(story)
  const file = new VFile({ value: passages.map(({ text }) => text).join(gap) })
  const processor = unified().use(parser).use(plugin, options)
  await processor.run(processor.parse(file), file)
  return file.messages.map((message) => ({
    severity: message.fatal === true ? 'error' : message.fatal === false ? 'warning' : 'info',
    rule: id,
    scope: 'story',
    ...placeOf(message, passages, story),
    reason: message.reason,
    hint: hintOf(message),
  }))
}

/** An empty line parts paragraphs for the parser as well. */
const gap = '\n\n'

function placeOf({ place }: ProseMessage, passages: readonly Passage[], story: UnfinishedArticle): ReturnType<typeof placeIn> {
  let offset = (place && 'start' in place ? place.start : place)?.offset
  if (offset === undefined) return { file: story.source }
  for (const { text, placeAt } of passages) {
    if (offset < text.length) return placeIn(story, placeAt(offset))
    offset -= text.length + gap.length
  }
  return { file: story.source }
}

function hintOf({ expected, note, url }: ProseMessage): string {
  if (Array.isArray(expected) && expected.length > 0) return `Write ${expected.map((words) => `“${words}”`).join(' or ')}.`
  return note?.split('\n', 1)[0] ?? url ?? ''
}

function primary(language: string): string {
  return language.split('-', 1)[0]?.toLowerCase() ?? ''
}
