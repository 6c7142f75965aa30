import { defineCheck, type EditionSubject } from '../../contract/check.ts'
import { publicUrl } from '../../ast/addresses.ts'
import { version } from '../../tools/installation.ts'
import { KillsList, killsList } from './kills-list.ts'
import { listFile } from './plan-kills.ts'

/** The list of killed stories by its schema, the server maps by what they answer: every address of a killed story is gone, and no other. */
export const killsCheck = defineCheck<unknown, EditionSubject>({
  name: 'Kills',
  level: 'always',
  against: 'story',
  judges: ({ mediaType }) => mediaType !== 'text/html',
  version: async () => ({ version }),
  async judge(subject) {
    const { artifact: { path, bytes }, report } = subject
    const text = new TextDecoder().decode(bytes)
    for (const what of path === listFile.path ? faultsOfList(text, subject) : faultsOfMap(text, subject)) report('kills/invalid', { file: '' }, { path, what })
  },
})

function faultsOfList(text: string, { edition }: EditionSubject): string[] {
  const result = KillsList.safeParse(parsed(text))
  if (!result.success) return result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
  const expected = killsList(edition).killed
  const missing = expected.filter((story) => !result.data.killed.some((one) => JSON.stringify(one) === JSON.stringify(story)))
  const strange = result.data.killed.filter(({ slug }) => !expected.some((story) => story.slug === slug))
  return [...missing.map(({ slug }) => `it does not tell of "${slug}" as it is`), ...strange.map(({ slug }) => `it tells of "${slug}", which was not killed`)]
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function faultsOfMap(text: string, { edition }: EditionSubject): string[] {
  const patterns = [...text.matchAll(/"~?(\^[^"]{2,})"/g)].map(([, pattern = '']) => new RegExp(pattern, 'u'))
  const isGone = (url: string): boolean => patterns.some((pattern) => pattern.test(decodeURIComponent(new URL(url).pathname)))
  const gone = killsList(edition).killed.flatMap(({ url, addresses }) => [url, ...addresses])
  const others = ['', 'index.html', 'assets/page.css', 'kills.json', ...edition.killed.map(({ path }) => `${path}-again/index.html`)].map((path) => publicUrl(edition.publication, path))
  return [...gone.filter((url) => !isGone(url)).map((url) => `${url} is not gone`), ...others.filter(isGone).map((url) => `${url} is gone`)]
}
