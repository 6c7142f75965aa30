import { nearestName } from '../../contract/nearest.ts'
import { blockIdsOf, ownLinksOf } from '../own-links.ts'
import { defineStoryRule } from '../story-rule.ts'

/** A link to the newspaper itself arrives. Links to a part of the same page (`#votes`) are looked at when the story is completed: `unknown-anchor`. */
export const brokenInternalLink = defineStoryRule({
  id: 'broken-internal-link',
  good: `
The boats keep to [the winter timetable](/sea/ferry-timetable/).
`,
  bad: `
The boats keep to [the winter timetable](/sea/ferry-timetabel/).
`,
  check(story, { publication, addresses, report }) {
    for (const { link, path, fragment } of ownLinksOf(story, publication)) {
      if (addresses.at(path) === undefined) {
        const nearest = addresses.nearest(path)
        report(link, { url: link.url, nearest: nearest && `${publication.url}/${nearest}/` })
      } else if (path === story.path && fragment !== '') {
        const ids = blockIdsOf(story)
        const nearest = nearestName(fragment, ids)
        if (!ids.includes(fragment)) report(link, { url: link.url, nearest: nearest && `#${nearest}` })
      }
    }
  },
})
