import type { Publication } from '../ast/publication.ts'
import { nearestName } from '../contract/nearest.ts'
import { slugProblem, suggestSlug } from '../yaml/slugs.ts'
import { formed, type FormedReader } from '../yaml/described.ts'
import { type Desk, placeOf } from '../yaml/desk.ts'
import { readWord } from '../yaml/readers.ts'

/** The slug that a story has by its place: its file name, or its folder's for `<slug>/index.md`. */
export function slugOfPath(path: string): string {
  const [file = '', folder] = path.split('/').toReversed()
  const name = file === 'index.md' && folder !== undefined ? folder : file.replace(/\.md$/, '')
  // Some disks and archives keep ü as u and ¨: two spellings that no eye can tell apart.
  return name.normalize('NFC')
}

/** Check a slug that is to be an address of the publication. Reports `invalid-slug` and `reserved-slug` at the place. */
export function checkSlug(slug: string, publication: Pick<Publication, 'sections'>, place: { file: string; line: number; column: number }, { report }: Pick<Desk, 'report'>): void {
  const problem = slugProblem(slug)
  if (problem === 'invalid') report('invalid-slug', place, { found: slug, suggestion: suggestSlug(slug) })
  else if (problem === 'reserved' || publication.sections.some(({ id }) => id === slug)) report('reserved-slug', place, { found: slug })
}

/** The id of a section of this publication. */
export function sectionOf({ sections }: Pick<Publication, 'sections'>): FormedReader<string> {
  return formed('the id of a section in `publication.yml`', (value, path, desk) => {
    const word = readWord(value, path, desk, `${path}: ${sections[0]?.id ?? 'world'}`)
    if (!word) return undefined
    const ids = sections.map(({ id }) => id)
    const id = word.value.normalize('NFC')
    if (ids.includes(id)) return id
    desk.report('unknown-section', placeOf(word, desk), { found: word.value, nearest: nearestName(word.value, ids), known: ids.join(', ') })
    return undefined
  })
}
