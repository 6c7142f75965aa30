import { defineCheck, type EditionSubject } from '../../contract/check.ts'
import { version } from '../../tools/installation.ts'
import { atomFaults } from './atom-rules.ts'
import { jsonFeedFaults } from './json-feed-rules.ts'
import { rssFaults } from './rss-rules.ts'
import { storyFaults } from './story-faults.ts'

/** Feeds by the rules of their own specifications, and by the stories that they are to show. No authority on feeds can be had from a package registry. */
export const feedCheck = defineCheck<unknown, EditionSubject>({
  name: 'Feed rules',
  level: 'always',
  against: 'story',
  version: async () => ({ version }),
  async judge(subject) {
    const { artifact: { path, bytes }, report } = subject
    const text = new TextDecoder().decode(bytes)
    for (const what of [...rulesOf(subject)(text, subject), ...storyFaults(subject)]) report('feeds/invalid', { file: '' }, { path, what })
  },
})

function rulesOf({ planned: { rel } }: EditionSubject): (text: string, subject: EditionSubject) => string[] {
  if (rel === 'rss') return rssFaults
  return rel === 'atom' ? atomFaults : jsonFeedFaults
}
