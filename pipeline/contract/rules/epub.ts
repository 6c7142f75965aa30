import { defineRule } from '../rule.ts'

interface BookFacts extends Readonly<Record<string, string>> {
  /** Path of the book below `dist/`. */
  book: string
  /** File in the book. */
  file: string
  what: string
}

/** What a finished book can have that reading systems stumble over. */
export const epubRules = {
  'epub/container': bookRule('The book’s container lacks a file, holds one that it does not list, or does not say what it is.'),
  'epub/not-well-formed': bookRule('A page of the book is not well-formed XML; reading systems show an error in its place.'),
  'epub/broken-link': bookRule('A link or a picture in the book leads to a place that the book does not have.'),
  'epub/duplicate-id': bookRule('An id is given twice on one page of the book, so that a link to it is in doubt.'),
  'epub/navigation': bookRule('The book’s table of contents or its landmarks are missing or empty.'),
  'epub/epubcheck': authorityRule('EPUBCheck', 'error', 'EPUBCheck, the W3C’s conformance checker, finds that a book breaks the EPUB standard; shops refuse such books.'),
  'epub/epubcheck-advice': authorityRule('EPUBCheck', 'warning', 'EPUBCheck accepts a book and warns of something in it.'),
  'epub/ace': authorityRule('DAISY Ace', 'error', 'DAISY Ace finds a critical or serious barrier in a book for readers with disabilities.'),
  'epub/ace-advice': authorityRule('DAISY Ace', 'warning', 'DAISY Ace finds a moderate or minor barrier in a book for readers with disabilities.'),
}

interface AuthorityFacts extends Readonly<Record<string, string | number | undefined>> {
  /** Path of the book below `dist/`. */
  book: string
  /** The authority's own name for it: `RSC-005`. */
  code: string
  message: string
  /** File in the book, with line and column in it, where they are known. */
  file: string | undefined
  line: number | undefined
  column: number | undefined
}

function authorityRule(authority: string, severity: 'error' | 'warning', description: string) {
  return defineRule<AuthorityFacts>({
    severity,
    scope: 'story',
    description,
    reason: ({ book, file, line, column, code, message }) => `In ${[book, [file, line, column].filter((part) => part !== undefined).join(':')].filter(Boolean).join(', ')}: ${message.replace(/[.:]$/, '')} (${authority} ${code}).`,
    hint: () => 'If you changed templates/epub, look there. If not, this is a fault of Galley: please report it with the story.',
  })
}

// These judge our own markup, which no author can mend; a newsroom with templates of its own can.
function bookRule(description: string) {
  return defineRule<BookFacts>({
    severity: 'error',
    scope: 'story',
    description,
    reason: ({ book, file, what }) => `In ${book}${file === '' ? '' : `, ${file}`}: ${what}.`,
    hint: () => 'If you changed templates/epub, look there. If not, this is a fault of Galley: please report it with the story.',
  })
}
