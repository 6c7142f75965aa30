import { tests } from 'commonmark-spec'

/** One example of the specification: some Markdown, and the HTML that it means. */
export interface Example {
  number: number
  section: string
  markdown: string
  html: string
}

/** All examples of CommonMark 0.31.2. The specification shows tabs as arrows. */
export const examples: readonly Example[] = tests.map(({ markdown, html, ...rest }) => ({ ...rest, markdown: withTabs(markdown), html: withTabs(html) }))

export const sections: ReadonlyMap<string, readonly Example[]> = new Map(
  examples.map(({ section }) => [section, examples.filter((example) => example.section === section)]),
)

function withTabs(text: string): string {
  return text.replaceAll('→', '\t')
}
