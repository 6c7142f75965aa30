import { ownLinksOf } from '../own-links.ts'
import { defineStoryRule } from '../story-rule.ts'

/** A link does not lead readers to a story that they cannot have yet. */
export const linkToHeldStory = defineStoryRule({
  id: 'link-to-held-story',
  good: `
The boats keep to [the winter timetable](/sea/ferry-timetable/).
`,
  bad: `
The boats keep to [the summer timetable](/sea/summer-timetable/), which is not out yet.
`,
  check(story, { publication, addresses, report }) {
    for (const { link, path } of ownLinksOf(story, publication)) {
      if (addresses.at(path) === 'held') report(link, { url: link.url })
    }
  },
})
