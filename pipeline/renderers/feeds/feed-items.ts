import { lastChanged, type EditionStory } from '../../ast/edition.ts'
import type { Label } from '../../ast/story-view.ts'
import { storyUuid } from '../../ast/story-uuid.ts'
import { publicUrl } from '../../ast/addresses.ts'
import type { EditionContext } from '../../contract/edition.ts'
import { labelOf } from '../../markup/label-of.ts'
import { stem } from '../../markup/page/picture-files.ts'
import { correctedSummary } from './corrected-summary.ts'
import type { FeedOptions } from './options.ts'
import type { StoryText } from './story-text.ts'

/** A story as every form of feed carries it. */
export interface FeedItem {
  story: EditionStory
  /** `urn:uuid:…`, the same for ever. */
  id: string
  /** The headline; what sets a story apart from news stands before it, because lists of feed readers show nothing else. */
  title: string
  label?: Label
  /** RFC 3339: when it was last amended, else published. */
  updated: string
  /** What is free of it, as HTML; its corrections at least, where only summaries are wanted or the text that stands cannot be had any more. */
  html?: string
  image?: FeedImage
}

/** The lead picture, wide enough for those who show stories as cards. */
export interface FeedImage {
  url: string
  mediaType: string
  /** Bytes. */
  size: number
}

/** Everything about a story that feeds need, each story once for all of them. */
export async function feedItem(story: EditionStory, context: EditionContext<FeedOptions>): Promise<FeedItem> {
  const { publication, options } = context
  const [label, image, text] = [labelOf(story), await imageOf(story, context), options.text === 'full' ? await textOf(story, context) : undefined]
  const html = text?.html ?? correctedSummary(story, publication)
  return {
    story,
    id: idOf(story, publication.url),
    title: titleOf(story),
    updated: lastChanged(story),
    ...(label ? { label } : {}),
    ...(html === undefined ? {} : { html }),
    ...(image ? { image } : {}),
  }
}

/** The identity of a story in feeds: it survives a change of its slug, its section and its headline. */
export function idOf({ id }: Pick<EditionStory, 'id'>, publicationUrl: string): string {
  return `urn:uuid:${storyUuid(publicationUrl, id)}`
}

/** What a list of stories says of one. */
export function titleOf(story: EditionStory): string {
  const label = labelOf(story)
  return label ? `${label.text}: ${story.headline}` : story.headline
}

async function textOf({ slug }: EditionStory, { made }: EditionContext): Promise<StoryText | undefined> {
  const [artifact] = (await made(slug)) ?? []
  return artifact && (JSON.parse(new TextDecoder().decode(artifact.bytes)) as StoryText)
}

/** 16x9, the shape that search engines are given, too. */
async function imageOf({ lead }: EditionStory, context: EditionContext): Promise<FeedImage | undefined> {
  if (lead === undefined) return undefined
  const cut = await context.picture(lead.picture, { width: 1200, height: 675, format: 'jpeg' })
  const { path } = context.asset(cut, `${stem(lead.picture)}-${cut.width}x${cut.height}`, 'jpg')
  return { url: publicUrl(context.publication, path), mediaType: cut.mediaType, size: cut.size }
}
