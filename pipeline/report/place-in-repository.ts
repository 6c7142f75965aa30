import type { Place } from '../contract/diagnostic.ts'

/** Where something is, for those who know the repository only: `file` is below its root. */
export type RepositoryPlace = Place

/** Find a place of the newspaper in the repository; nothing where it is of no file. */
export function placeInRepository({ file, line, column }: Place, root: string): RepositoryPlace | undefined {
  if (file === '') return undefined
  return { file: pathInRepository(file, root), ...(line === undefined ? {} : { line }), ...(column === undefined ? {} : { column }) }
}

/** The same, for formats in which everything must be somewhere: what is of no file is of the publication. */
export function somewhereInRepository(place: Place, root: string): RepositoryPlace {
  return placeInRepository(place, root) ?? { file: pathInRepository('publication.yml', root) }
}

/** `source/articles/ferry.md:12:1`, as far as it is known. */
export function printPlace({ file, line, column }: Place): string {
  return [file, line, column].filter((part) => part !== undefined).join(':')
}

function pathInRepository(file: string, root: string): string {
  return root === '' ? file : `${root}/${file}`
}
