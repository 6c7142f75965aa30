import { clockWithColon, dayMonthYear, twoDigits, withComma, type Language } from './language.ts'

const months = [
  'January', 'February', 'March', 'April', 'May', 'June',
  'July', 'August', 'September', 'October', 'November', 'December',
]

/** English, as in Britain and most of the world. */
export const en: Language = {
  words: {
    by: 'By',
    and: 'and',
    published: 'Published',
    updated: 'Updated',
    related: 'Related',
    readMore: 'Read more',
    corrections: 'Corrections and clarifications',
    correctionTypes: { correction: 'Correction', clarification: 'Clarification', retraction: 'Retraction', update: 'Update' },
    correctedNotice: 'This story has been amended since it was published.',
    labels: {
      analysis: 'Analysis',
      opinion: 'Opinion',
      editorial: 'Editorial',
      review: 'Review',
      obituary: 'Obituary',
      live: 'Live',
      correction: 'Correction',
      sponsored: 'Sponsored',
      paid: 'Paid content',
    },
    footnotes: 'Notes',
    backToText: 'Back to reference',
    footnote: 'Footnote',
    watch: 'Watch',
    listen: 'Listen',
    openEmbed: 'See the original',
    credit: 'Photo',
    note: 'Editor’s note',
    factBox: 'At a glance',
    gallery: 'Gallery',
    table: 'Table',
    skipToContent: 'Skip to the story',
    contents: 'Contents',
    cover: 'Cover',
    page: 'Page',
    pageOf: 'of',
    links: 'Links',
    gated: {
      metered: 'Register or subscribe to read the rest of this story.',
      subscriber: 'The rest of this story is for subscribers.',
    },
    rights: 'Rights',
    topics: 'Topics',
    sections: 'Sections',
    frontPage: 'Front page',
    alsoAs: 'Also available as',
    skipToStories: 'Skip to the stories',
    latest: 'Latest',
    notFound: { title: 'Page not found', text: 'There is nothing at this address. The story may have moved, or may not be public any more.' },
    toFrontPage: 'To the front page',
    moved: 'This story has moved',
    gatedMark: { metered: 'Registration', subscriber: 'Subscribers' },
    correctedMark: 'Corrected',
    feeds: 'Feeds',
    noStories: 'There are no stories here yet.',
    completed: 'Done',
    toDo: 'To do',
  },
  day: dayMonthYear(months),
  clock: clockWithColon,
  moment: withComma,
}

/** English, as in the United States. */
export const enUS: Language = {
  ...en,
  day: ({ day, month, year }) => `${months[month - 1]} ${day}, ${year}`,
  clock: ({ hour, minute }) => `${hour % 12 || 12}:${twoDigits(minute)} ${hour < 12 ? 'a.m.' : 'p.m.'}`,
}
