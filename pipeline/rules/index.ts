import { brokenInternalLink } from './story/broken-internal-link.ts'
import { datelineTwice } from './story/dateline-twice.ts'
import { doubleSpaces } from './story/double-spaces.ts'
import { headlineOverCard } from './story/headline-over-card.ts'
import { linkToHeldStory } from './story/link-to-held-story.ts'
import { longHeadline } from './story/long-headline.ts'
import { missingByline } from './story/missing-byline.ts'
import { missingCredit } from './story/missing-credit.ts'
import { missingStandfirst } from './story/missing-standfirst.ts'
import { smallPicture } from './story/small-picture.ts'
import { straightQuotes } from './story/straight-quotes.ts'
import { unlabelledSponsored } from './story/unlabelled-sponsored.ts'
import type { StoryRule } from './story-rule.ts'

/** Every rule about a story that Galley brings. A new one is a file in `story/`, its words in the catalogue, and a line here. */
export const storyRules: readonly StoryRule[] = [
  missingByline,
  missingCredit,
  unlabelledSponsored,
  brokenInternalLink,
  linkToHeldStory,
  datelineTwice,
  longHeadline,
  headlineOverCard,
  missingStandfirst,
  smallPicture,
  straightQuotes,
  doubleSpaces,
]
