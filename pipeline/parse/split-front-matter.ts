import type { Report } from '../contract/catalogue.ts'

/** The two parts of a story's file. Each is as long as the file, the other part blanked, so that offsets and lines stay true. */
export interface StoryParts {
  yaml: string
  body: string
  /** Where the body may begin: the line behind the closing `---`. */
  bodyLine: number
  /** False where there is no front matter with an end; `yaml` is then the whole text. */
  whole: boolean
}

/** Part front matter and body at the lines `---`. Reports `missing-front-matter` and `unclosed-front-matter`. */
export function splitFrontMatter(text: string, file: string, report: Report): StoryParts {
  const opening = /^---[ \t]*\n/.exec(text)?.[0]
  if (opening === undefined) {
    report('missing-front-matter', { file, line: 1, column: 1 }, { found: foundInstead(text) })
    return { yaml: text, body: blank(text), bodyLine: 1, whole: false }
  }
  const closing = /^---[ \t]*$/m.exec(text.slice(opening.length))
  if (!closing) {
    report('unclosed-front-matter', { file, line: 1, column: 1 }, {})
    return { yaml: blank(opening) + text.slice(opening.length), body: blank(text), bodyLine: 1, whole: false }
  }
  const end = opening.length + closing.index
  const bodyStart = end + closing[0].length
  return {
    yaml: blank(opening) + text.slice(opening.length, end),
    body: blank(text.slice(0, bodyStart)) + text.slice(bodyStart),
    bodyLine: text.slice(0, bodyStart).split('\n').length + 1,
    whole: true,
  }
}

function foundInstead(text: string): string {
  const line = text.split('\n', 1)[0]?.trim() ?? ''
  return text.trim() === '' ? 'an empty file' : line === '' ? 'an empty line' : `"${line.slice(0, 60)}"`
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ')
}
