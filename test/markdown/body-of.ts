import { unzipSync } from 'fflate'
import type { Artifact } from '../../pipeline/contract/renderer.ts'

/** The part of a web page that the author wrote. */
export function bodyOfPage({ bytes }: Artifact): string {
  return found(/<div class="story-body">([\s\S]*)<\/div>\s*<\/article>/.exec(new TextDecoder().decode(bytes)))
}

/** The part of a book that the author wrote. */
export function bodyOfBook({ bytes }: Artifact): string {
  return found(/<\/h1>([\s\S]*)<\/section>\s*<\/body>/.exec(new TextDecoder().decode(unzipSync(bytes)['OEBPS/text.xhtml'])))
}

function found(match: RegExpExecArray | null): string {
  if (match?.[1] === undefined) throw new Error('There is no body of a story.')
  return match[1]
}
