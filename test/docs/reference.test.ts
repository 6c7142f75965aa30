import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { referencePage, referenceParts } from '../../docs/reference/page.ts'
import { parsePublication } from '../../pipeline/config/parse-publication.ts'
import { publicationKeys } from '../../pipeline/config/publication-keys.ts'
import { articleKeys } from '../../pipeline/parse/article-keys.ts'
import { parseArticle } from '../../pipeline/parse/parse-article.ts'
import { describeKeys, type DescribedKey } from '../../pipeline/yaml/described.ts'
import { gazette } from '../support/written-story.ts'

const storyKeys = describeKeys(articleKeys(gazette))
const newspaperKeys = describeKeys(publicationKeys({}))
const asYaml = (fields: Readonly<Record<string, string>>) => Object.entries(fields).map(([name, value]) => `${name}: ${value}\n`).join('')
const readStory = (fields: Readonly<Record<string, string>>) => parseArticle({ path: 'articles/ferry.md', bytes: new TextEncoder().encode(`---\n${asYaml(fields)}---\nThe first boat.\n`) }, { publication: gazette })
const readNewspaper = (fields: Readonly<Record<string, string>>) => parsePublication({ path: 'publication.yml', bytes: new TextEncoder().encode(asYaml(fields)) }, {})
const isRequired = ({ required }: DescribedKey): boolean => required !== undefined

describe('docs/reference.md', () => {
  it('says what the definitions say: npm run write-docs writes it anew', async () => {
    expect(await readFile(join(import.meta.dirname, '../../docs/reference.md'), 'utf8')).toBe(referencePage())
  })

  it('describes everything in sentences', () => {
    const withKeys = [...storyKeys, ...newspaperKeys].flatMap((one) => [one, ...(one.form.keys ?? [])])
    expect(withKeys.filter(({ description }) => !/^[A-Z`“].*\.$/s.test(description)).map(({ name }) => name)).toEqual([])
    expect(referenceParts().map(({ entries }) => entries.length).every((count) => count > 3)).toBe(true)
  })
})

describe('what the reference says of a story', () => {
  const written: Readonly<Record<string, string>> = { headline: 'Ferry stays in port', published: '2026-05-04T08:00:00+01:00' }

  it('is required is all that is required', () => {
    expect(storyKeys.filter(isRequired).map(({ name }) => name)).toEqual(Object.keys(written))
    expect(readStory(written).diagnostics).toEqual([])
  })

  it.each(storyKeys.filter(isRequired).map(({ name }) => name))('is required is missed: %s', (name) => {
    const { [name]: _gone, ...others } = written
    expect(readStory(others).diagnostics).toMatchObject([{ severity: 'error', rule: expect.stringContaining('missing') }])
  })

  it.each(storyKeys.filter(({ form, unwritten = '' }) => form.choice?.includes(unwritten)).map(({ name, unwritten }) => [name, unwritten]))('is meant where %s is left out: %s', (name, unwritten) => {
    expect(readStory(written).article).toMatchObject({ [`${name}`]: unwritten })
  })
})

describe('what the reference says of a newspaper', () => {
  const written: Readonly<Record<string, string>> = { name: 'The Ferry Gazette', url: 'https://gazette.example', language: 'en-GB' }

  it('is required is all that is required', () => {
    expect(newspaperKeys.filter(isRequired).map(({ name }) => name)).toEqual(Object.keys(written))
    expect(readNewspaper(written)).toMatchObject({ settings: { publication: { timezone: 'UTC' } }, diagnostics: [] })
  })

  it.each(Object.keys(written))('is required is missed: %s', (name) => {
    const { [name]: _gone, ...others } = written
    expect(readNewspaper(others).diagnostics).toMatchObject([{ rule: 'missing-publication-key' }])
  })
})
