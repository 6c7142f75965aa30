import { defineCheck } from '../../contract/check.ts'
import { version } from '../../tools/installation.ts'
import { openBook, type OpenBook } from './open-book.ts'
import { findContainerFaults } from './check-container.ts'
import { findLinkFaults } from './check-links.ts'
import { findPageFaults } from './check-pages.ts'

/** Something wrong in a file of a book. */
export interface BookFault {
  rule: 'epub/container' | 'epub/not-well-formed' | 'epub/broken-link' | 'epub/duplicate-id' | 'epub/navigation'
  /** File in the book. */
  path: string
  what: string
}

/**
 * What a reading system would stumble over: the container (EPUB OCF 3.3), files that are listed and missing or there and not listed,
 * XML that is not well-formed, links to nowhere, ids given twice, navigation that lacks a part.
 */
export const bookCheck = defineCheck({
  name: 'EPUB structure',
  level: 'always',
  against: 'bytes',
  version: async () => ({ version }),
  async judge({ artifact: { path, bytes }, article, report }) {
    for (const { rule, path: file, what } of findFaults(bytes)) report(rule, { file: article.source }, { book: path, file, what })
  },
})

/** Every fault of one book, container first. */
export function findFaults(bytes: Uint8Array): BookFault[] {
  let book: OpenBook
  try {
    book = openBook(bytes)
  } catch (problem) {
    return [{ rule: 'epub/container', path: '', what: `it is no zip file (${problem instanceof Error ? problem.message : String(problem)})` }]
  }
  return [...findContainerFaults(bytes, book), ...findPageFaults(book), ...findLinkFaults(book)]
}
