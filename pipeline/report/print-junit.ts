import type { Element, ElementContent, Root } from 'xast'
import { toXml } from 'xast-util-to-xml'
import type { Diagnostic } from '../contract/diagnostic.ts'
import { placeInRepository } from './place-in-repository.ts'
import { printDiagnostic } from './print-diagnostic.ts'
import { problemsOf } from './problems.ts'
import type { Report } from './report.ts'
import { visible } from './visible.ts'

/**
 * The run as JUnit XML (as https://github.com/testmoapp/junitxml describes what programs read): one test case a story, and one for the
 * newspaper itself. A case with errors has one failure, which tells all of them with their places; warnings are in its output.
 */
export function printJunit({ stories, diagnostics, root }: Pick<Report, 'stories' | 'diagnostics' | 'root'>): string {
  const problems = problemsOf(diagnostics)
  const broken = problems.flatMap(({ severity, story }) => (severity === 'error' && story !== undefined ? [story] : []))
  const slugs = [...new Set([...stories, ...broken])].sort()
  const cases = [
    testCase(newspaper, 'newspaper', problems.filter(({ story }) => story === undefined || !slugs.includes(story)), root),
    ...slugs.map((slug) => testCase(slug, 'stories', problems.filter(({ story }) => story === slug), root)),
  ]
  const numbers = { tests: String(cases.length), failures: String(cases.filter(hasFailed).length), errors: '0', skipped: '0' }
  const suite = element('testsuite', { name: root || newspaper, ...numbers }, cases)
  const document: Root = { type: 'root', children: [{ type: 'instruction', name: 'xml', value: 'version="1.0" encoding="UTF-8"' }, element('testsuites', { name: 'Galley', ...numbers }, [suite])] }
  // One line an element, for people. The serialiser leaves the end of a CDATA section in text as it is, which XML 1.0 (2.4) forbids.
  return `${toXml(document, { closeEmptyElements: true }).replaceAll('><', '>\n<').replaceAll(']]>', ']]&gt;')}\n`
}

const newspaper = 'publication.yml'

function testCase(name: string, classname: string, problems: readonly Diagnostic[], root: string): Element {
  const errors = problems.filter(({ severity }) => severity === 'error')
  const warnings = problems.filter(({ severity }) => severity === 'warning')
  const place = [...errors, ...warnings].flatMap((problem) => placeInRepository(problem, root) ?? [])[0]
  return element('testcase', { classname, name, ...(place ? { file: place.file } : {}), ...(place?.line === undefined ? {} : { line: String(place.line) }) }, [
    ...failureOf(errors, root),
    ...(warnings.length > 0 ? [element('system-out', {}, [text(inWords(warnings, root))])] : []),
  ])
}

/** One failure however many errors there are: most programs read the first only. */
function failureOf(errors: readonly Diagnostic[], root: string): Element[] {
  const [first, ...more] = errors
  if (first === undefined) return []
  const message = `${first.reason}${more.length > 0 ? ` And ${more.length} more.` : ''}`
  return [element('failure', { message, type: first.rule }, [text(inWords(errors, root))])]
}

function hasFailed({ children }: Element): boolean {
  return children.some((child) => child.type === 'element' && child.name === 'failure')
}

function inWords(diagnostics: readonly Diagnostic[], root: string): string {
  return diagnostics.map((diagnostic) => printDiagnostic(diagnostic, root)).join('\n\n')
}

function element(name: string, attributes: Record<string, string>, children: ElementContent[]): Element {
  // A line end in an attribute would be read as a space (XML 1.0, 3.3.3), so it is one.
  const values = Object.entries(attributes).map(([key, value]) => [key, forXml(value).replaceAll(/\s+/g, ' ')])
  return { type: 'element', name, attributes: Object.fromEntries(values) as Record<string, string>, children }
}

function text(value: string): ElementContent {
  return { type: 'text', value: forXml(value) }
}

/** What XML 1.0 (2.2) cannot hold becomes something that can be seen. */
function forXml(value: string): string {
  return visible(value).replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '\u{FFFD}')
}
