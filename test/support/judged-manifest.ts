import { ruleOf } from '../../pipeline/contract/catalogue.ts'
import type { Manifest } from '../../pipeline/run/manifest.ts'

/** Who judges what in a publish with `--check full`, in the order of their names. */
export const everyJudge = [
  'amp: AMP validator', 'amp: JSON-LD', 'amp: JSON-LD pictures', 'amp: Nu HTML checker', 'amp: axe-core', 'card: Card check', 'epub: DAISY Ace', 'epub: EPUB structure', 'epub: EPUBCheck', 'feeds: Feed rules',
  'html: JSON-LD', 'html: JSON-LD pictures', 'html: Nu HTML checker', 'html: axe-core', 'html: html-validate', 'json: Article schema', 'pdf: PDF check', 'pdf: PDF/UA audit',
  'site: Nu HTML checker', 'site: axe-core', 'site: html-validate', 'sitemap: Sitemap rules',
]

/** Who judged every file of a format; a check that was not made of each of them is left out. */
export function judgesOf({ files }: Manifest): string[] {
  const formats = new Set(files.flatMap(({ renderer }) => renderer ?? []))
  return [...formats].flatMap((format) => {
    const own = files.filter(({ renderer }) => renderer === format)
    const names = new Set(own.flatMap(({ checks }) => checks.map(({ name }) => name)))
    return [...names].filter((name) => own.every(({ checks }) => checks.some((check) => check.name === name && check.version !== undefined))).map((name) => `${format}: ${name}`)
  }).toSorted()
}

/** Files of which some authority says anything but that it accepts them. */
export function refusedIn({ files }: Manifest): string[] {
  return files.flatMap(({ path, checks }) => checks.filter(({ verdict }) => verdict !== 'passed').map(({ name, verdict }) => `${path}: ${name} ${verdict}`))
}

/** Files that lack words and do not say which: a loss of words has its line in the story. What is around the stories may show none of them. */
export function unexplainedIn({ files }: Manifest): string[] {
  return files.filter(({ article, renderer, coverage, losses }) => {
    if (renderer === null) return false
    if (article === null) return coverage !== undefined && coverage.found < coverage.written
    const isWhole = coverage !== undefined && coverage.written > 0 && coverage.found === coverage.written
    return !isWhole && !losses.some(({ rule, line }) => line !== undefined && ruleOf(rule)?.losesWords !== undefined)
  }).map(({ path }) => path)
}
