import { figuresOf } from '../figures-of.ts'
import { defineStoryRule } from '../story-rule.ts'

/** Pictures are wide enough for large screens and for the large previews of news search. */
export const smallPicture = defineStoryRule({
  id: 'small-picture',
  good: `
::figure[The quay at noon.]{src=quay-1600px.jpg alt="An empty quay." credit="Ewa Nowak/Agency"}
`,
  bad: `
::figure[The quay at noon.]{src=quay-800px.jpg alt="An empty quay." credit="Ewa Nowak/Agency"}
`,
  check(story, { report }) {
    for (const { figure, at } of figuresOf(story)) {
      const { width, mediaType } = figure.picture
      if (mediaType !== 'image/svg+xml' && width < limit) report(at, { path: figure.src, width, limit })
    }
  },
})

/** Pixels: https://developers.google.com/search/docs/appearance/structured-data/article. */
const limit = 1200
