import { limitsOf, sizeInWords } from '../ast/limits.ts'
import type { Publication } from '../ast/publication.ts'
import type { Report } from '../contract/catalogue.ts'
import type { SourceFile } from '../contract/source.ts'
import type { StoryParts } from './split-front-matter.ts'

/** True for a story that is small enough to be read. Reports `heavy-story` and `heavy-front-matter`; what is too heavy is parsed by nobody. */
export function weighStory({ path, bytes }: SourceFile, { yaml, whole }: StoryParts, publication: Pick<Publication, 'limits'>, report: Report): boolean {
  const { story, frontMatter } = limitsOf(publication)
  // Without an end of the front matter it cannot be told what is of it, and that has been said.
  const yamlBytes = whole ? Buffer.byteLength(yaml.trim()) : 0
  if (bytes.length > story) report('heavy-story', { file: path, line: 1, column: 1 }, { size: sizeInWords(bytes.length), limit: sizeInWords(story) })
  else if (yamlBytes > frontMatter) report('heavy-front-matter', { file: path, line: 1, column: 1 }, { size: sizeInWords(yamlBytes), limit: sizeInWords(frontMatter) })
  else return true
  return false
}
