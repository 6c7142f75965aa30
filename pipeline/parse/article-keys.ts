import { commercialLabels, statuses, tones } from '../ast/article.ts'
import type { Publication } from '../ast/publication.ts'
import { formed, key, type Key } from '../yaml/described.ts'
import type { Read } from '../yaml/keys-of.ts'
import { dateTime, listOf, oneOf, text, webAddress, word } from '../yaml/readers.ts'
import { access, byline, corrections, embargo, follow, formerly, headlines, identity, ignored, lead, markdown, related, rights } from './article-values.ts'
import { sectionOf } from './slug.ts'

/** Every key of a story's front matter and how its value is read (source-format.md, "An article"). */
export function articleKeys(publication: Pick<Publication, 'sections'>) {
  return {
    headline: key('The headline: the one line that every format shows.', text, { required: 'always' }),
    id: key('Who the story is, for feed readers and books, whatever its address. Whoever renames the file writes the old slug here.', identity, { unwritten: 'the slug' }),
    slug: key('The story’s name in its address: small letters, digits and hyphens. No two stories have the same.', formed('a slug, as `port-strike`', word), { unwritten: 'the name of the file without `.md`, or of its folder for `index.md`' }),
    formerly: key('Earlier addresses. A page that leads here stays at each.', formerly),
    headlines: key('Other headlines where the first one is too long or too clever.', headlines),
    standfirst: key('The sentence under the headline; teasers, feeds and search engines show it, too.', markdown),
    kicker: key('The word or two above the headline.', text),
    section: key('The part of the newspaper that the story belongs to, and the first part of its address.', sectionOf(publication), { unwritten: 'none: the story stands at the top' }),
    tone: key('What kind of story it is. All but `news` are labelled in every format.', oneOf(tones), { unwritten: 'news' }),
    commercial: key('Who has paid for the story. `sponsored` and `paid` are labelled in every format, and nobody can switch that off.', oneOf(commercialLabels), { unwritten: 'none' }),
    byline: key('Who reported the story.', byline),
    dateline: key('Where it was reported from. It is printed in front of the first paragraph: do not type it there as well.', text),
    published: key('When the story is published. It stays away until then.', dateTime, { required: 'unless `status` is `draft`' }),
    updated: key('When it was last changed in a way that readers should know of. Not before `published`.', dateTime),
    language: key('The language of the story.', formed('a language tag, as `en-GB`', word), { unwritten: 'that of the publication' }),
    direction: key('The direction of its script.', oneOf(['ltr', 'rtl']), { unwritten: 'that of the language' }),
    lead: key('The picture at the top, which teasers and cards show, too. What is left out here is read from the picture’s own IPTC data.', lead),
    contributors: key('The line below the story: who helped, and from where.', markdown),
    related: key('The list “Read more” below the story. Each has a `ref`, or an `href` and a `title`.', related),
    follow: key('The link below the story that invites readers to follow its subject.', follow),
    tags: key('Subjects, for search engines and feeds.', listOf(text, 'tags: [ports, labour]')),
    status: key('How far the story has come. `draft`: still written. `usable`: may be published. `withheld`: taken back for the time being. `canceled`: killed. All but `usable` are kept off the site.', oneOf(statuses), { unwritten: 'usable' }),
    embargo: key('Nothing of the story is published before. With nothing behind it, the embargo never lifts.', embargo),
    expires: key('When the story leaves the site again.', dateTime),
    corrections: key('What was wrong and has been put right. Add to the list, and take nothing out of it: every format prints it.', corrections),
    access: key('Who may read all of the story. What is not free shows the blocks before `::paywall`, or its first two.', access),
    canonical: key('Where the story was published first, if that was elsewhere.', webAddress, { unwritten: 'its address here' }),
    rights: key('Whose the story is; printed below it.', rights),
    note: key('A note for the desk. It reaches no reader.', ignored),
  } satisfies Record<string, Key<unknown>>
}

/** What the front matter of a story says, by key, each read and checked on its own. */
export type FrontMatter = Read<ReturnType<typeof articleKeys>>

/** Blank where others may be: an empty `status:` or `embargo:` must not pass for a story that is free to go. */
export const keysThatMeanSomethingBlank = ['status', 'embargo', 'expires'] as const
