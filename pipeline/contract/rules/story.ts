import { defineRule, didYouMean } from '../rule.ts'

/** What a newsroom asks of a story that can be read: the house rules. Each is found by a file of its own name in `pipeline/rules/story`. */
export const storyRules = {
  // Both are warnings: the source format asks for neither, and a story in plain Markdown is to be published as it is. A newsroom that wants
  // them kept writes `rules: { missing-byline: error, missing-credit: error }`.
  'missing-byline': defineRule({
    severity: 'warning',
    scope: 'story',
    description: 'Nobody signs a story. Editorials and corrections are the newspaper’s own word and may stand without a name.',
    reason: () => 'Expected a byline, found none.',
    hint: () => 'Write who reported it: byline: [Ana Duarte]. Where the desk speaks: byline: [The editors].',
  }),
  'missing-credit': defineRule<{ path: string }>({
    severity: 'warning',
    scope: 'story',
    description: 'A picture has no credit, neither here nor in its own metadata; who made it is not told. A copyright line counts.',
    reason: ({ path }) => `The picture "${path}" has no credit.`,
    hint: () => 'Say who made it: credit="Ewa Nowak/Agency", in front matter credit: below lead:, or in the picture’s own IPTC data.',
  }),
  'unlabelled-sponsored': defineRule<{ where: string; words: string }>({
    severity: 'error',
    scope: 'story',
    fixed: true,
    description: 'A story without a commercial label says itself that somebody paid for it: by a tag, the kicker, the role of an author, the follow link, a line that is nothing but such a disclosure, or the title or campaign of a link.',
    reason: ({ where, words }) => `The ${where} says “${words}”, and the story has no commercial label.`,
    hint: () => 'Add commercial: sponsored or commercial: paid, so that every format is labelled. If nobody has paid, say it in other words.',
  }),
  'broken-internal-link': defineRule<{ url: string; nearest?: string | undefined }>({
    severity: 'error',
    scope: 'story',
    description: 'A link leads to an address of this publication at which no story, section or page stands, or to a part of the story that it does not have.',
    reason: ({ url, nearest }) => `Nothing stands at ${url}.${didYouMean(nearest)}`,
    hint: () => 'Correct the address. A page that something else than Galley serves is named in publication.yml: pages: [about, people/*].',
  }),
  'link-to-held-story': defineRule<{ url: string }>({
    severity: 'warning',
    scope: 'story',
    description: 'A link leads to a story that is not public: until it is, readers find nothing there.',
    reason: ({ url }) => `The story at ${url} is not public.`,
    hint: () => 'Take the link out, or publish both together. ::related and related: leave such a link out by themselves.',
  }),
  'dateline-twice': defineRule<{ typed: string }>({
    severity: 'error',
    scope: 'story',
    description: 'The first paragraph begins with the dateline that front matter has: it is printed twice.',
    reason: ({ typed }) => `The first paragraph begins with “${typed}”, which dateline: in the front matter prints as well.`,
    hint: () => 'Take it out of the paragraph.',
  }),
  'long-headline': defineRule<{ length: number; limit: number }>({
    severity: 'warning',
    scope: 'story',
    description: 'A headline has more than 110 characters; search engines and feeds cut it there.',
    reason: ({ length, limit }) => `Expected a headline of at most ${limit} characters, found ${length}.`,
    hint: () => 'Say it in fewer words. What is left over makes a standfirst.',
  }),
  'headline-over-card': defineRule<{ lines: number; needed: number }>({
    severity: 'warning',
    scope: 'story',
    description: 'A headline needs more lines on a social card than the card has at a size that is easily read; it is set smaller, and in the end cut.',
    reason: ({ lines, needed }) => `On a social card the headline needs about ${needed} lines; there are ${lines} at a size that is easily read.`,
    hint: () => 'Give a shorter one for cards in headlines.social.',
  }),
  'missing-standfirst': defineRule({
    severity: 'warning',
    scope: 'story',
    description: 'A story has no standfirst: teasers, feeds and search engines have nothing to show below the headline.',
    reason: () => 'Expected a standfirst, found none.',
    hint: () => 'Say in one sentence what the story is: standfirst: …',
  }),
  'small-picture': defineRule<{ path: string; width: number; limit: number }>({
    severity: 'warning',
    scope: 'story',
    description: 'A picture is less than 1,200 pixels wide: it is blurred on large screens, and news search shows no large preview of it. Drawings (SVG) have no size.',
    reason: ({ path, width, limit }) => `Expected the picture "${path}" to be at least ${limit} pixels wide, found ${width}.`,
    hint: () => 'Ask for a larger file.',
  }),
  'straight-quotes': defineRule<{ found: string; count: number; better: string }>({
    severity: 'warning',
    scope: 'story',
    description: 'Prose has the straight quotation marks of a typewriter. After a digit they are feet, inches or minutes, and in Hebrew and Yiddish they are letters’ marks.',
    reason: ({ found, count }) => `Found ${count === 1 ? `the straight mark ${found}` : `${count} straight marks, the first ${found}`} in this text.`,
    hint: ({ better }) => `Write ${better}`,
  }),
  'double-spaces': defineRule<{ before: string }>({
    severity: 'warning',
    scope: 'story',
    description: 'Two spaces or more stand between words; they show as a gap in print.',
    reason: ({ before }) => `More than one space stands behind “${before}”.`,
    hint: () => 'Leave one.',
  }),
}
