import { reportInto } from '../contract/catalogue.ts'
import type { Diagnostic } from '../contract/diagnostic.ts'
import type { Story } from './read-newsroom.ts'

/** Errors about slugs and ids that two stories share, by the file that they concern. Both stories are told, each of the other. */
export function findDuplicates(stories: readonly Story[]): ReadonlyMap<string, readonly Diagnostic[]> {
  const found = new Map<string, Diagnostic[]>()
  const sameSlugs = groups(stories, ({ slug }) => slug)
  for (const group of sameSlugs) {
    for (const { file, slug } of group) report(found, file, group, (say, other) => say('duplicate-slug', { file, line: 1, column: 1 }, { slug, other }))
  }
  // Stories of one slug have one id by default; to say it twice would not help.
  const slugTwice = new Set(sameSlugs.flat())
  for (const group of groups(stories.filter((story) => !slugTwice.has(story)), ({ id }) => id)) {
    for (const { file, id } of group) report(found, file, group, (say, other) => say('duplicate-id', { file, line: 1, column: 1 }, { id, other }))
  }
  return found
}

function report(
  found: Map<string, Diagnostic[]>,
  file: string,
  group: readonly Story[],
  tell: (say: ReturnType<typeof reportInto>, other: string) => void,
): void {
  const list = found.get(file) ?? []
  found.set(file, list)
  const others = group.filter((story) => story.file !== file)
  tell(reportInto(list, { related: others.map((other) => ({ file: other.file, line: 1, column: 1 })) }), others.map((other) => other.file).join(', '))
}

function groups(stories: readonly Story[], key: (story: Story) => string): Story[][] {
  const by = new Map<string, Story[]>()
  for (const story of stories) by.set(key(story), [...(by.get(key(story)) ?? []), story])
  return [...by.values()].filter((group) => group.length > 1)
}
