import type { ConfigData, HtmlValidate } from 'html-validate'

/** One thing that is wrong with a page; `line` and `column` count from 1 in the page itself. */
export interface Finding {
  rule: string
  message: string
  line: number
  column: number
}

/**
 * Let html-validate judge a page (https://html-validate.org): the HTML standard, and what of WCAG can be read from markup.
 * Rules about the style of writing are off, because a serialiser wrote it.
 */
export async function checkPage(html: string): Promise<Finding[]> {
  validator ??= openValidator()
  const { results } = (await validator).validateStringSync(html)
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line, column }) => ({ rule: ruleId, message, line, column })),
  )
}

let validator: Promise<HtmlValidate> | undefined

/** Its rules and its table of elements are read once: that takes as long as judging a page, and every page has the same. */
async function openValidator(): Promise<HtmlValidate> {
  const { HtmlValidate, StaticConfigLoader } = await import('html-validate')
  const loader = new StaticConfigLoader([], config)
  const complete = await loader.getConfigFor('')
  loader.getConfigFor = () => complete
  return new HtmlValidate(loader)
}

const config: ConfigData = {
  root: true,
  extends: ['html-validate:standard', 'html-validate:a11y', 'html-validate:document'],
  rules: {
    // A headline may be as long as its author makes it.
    'long-title': 'off',
    // Ids are made from headings in any script, and may begin with a figure: `5-things`.
    'valid-id': ['error', { relaxed: true }],
    'no-trailing-whitespace': 'off',
    // The stylesheet is the page's neighbour, not a stranger's, and its name holds its hash.
    'require-sri': 'off',
    // A table's frame is a region only so that the keyboard can scroll it.
    'prefer-native-element': ['error', { exclude: ['region'] }],
    // An aside inside of an article is no landmark unless it has a name (HTML-AAM); this rule counts it as one.
    'unique-landmark': 'off',
  },
}
