import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { rulesPage } from '../../docs/rules-page.ts'
import { catalogue } from '../../pipeline/contract/catalogue.ts'

const docs = join(import.meta.dirname, '../../docs')

it('docs/rules.md says what the rules say: npm run write-docs writes it anew', async () => {
  expect(await readFile(join(docs, 'rules.md'), 'utf8')).toBe(rulesPage())
})

it('docs/rules.md has every rule that there is', async () => {
  const page = await readFile(join(docs, 'rules.md'), 'utf8')
  expect(Object.keys(catalogue).filter((id) => !page.includes(`\`${id}\``))).toEqual([])
})
