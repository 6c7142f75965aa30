import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ParsedArticle } from '../../pipeline/ast/article.ts'
import { nodeKinds } from '../../pipeline/ast/node-kinds.ts'
import { parsePublication } from '../../pipeline/config/parse-publication.ts'
import { parseArticle } from '../../pipeline/parse/parse-article.ts'
import { printTree } from '../support/print-tree.ts'

const folder = join(import.meta.dirname, '../articles')
const read = (path: string) => ({ path, bytes: readFileSync(join(folder, path)) })
const { settings } = parsePublication({ ...read('publication.yml') }, {})

it('makes one tree of a story that uses every key and every kind of block', async () => {
  if (!settings) throw new Error('The publication of the fixtures is broken.')
  const { article, diagnostics } = parseArticle(read('articles/every-node.md'), settings)
  expect(diagnostics).toEqual([])
  const { body, places, lead, standfirst, contributors, corrections, ...fields } = ParsedArticle.parse(article)
  const printed = [
    JSON.stringify(fields, null, 2),
    ...[lead, ...(standfirst ?? []), ...(contributors ?? []), ...corrections.flatMap(({ text }) => text)].map((node) => node && printTree(node)),
    printTree(body),
    ...Object.entries(places).map(([key, { start }]) => `${key} ${start.line}:${start.column}`),
  ]
  await expect(printed.join('\n') + '\n').toMatchFileSnapshot('../outputs/parse/every-node.tree')
  const missing = Object.keys(nodeKinds).filter((kind) => !new RegExp(`^ *${kind}\\b`, 'm').test(printed.join('\n')))
  expect(missing).toEqual([])
})

it('gives equal trees for equal bytes, which survive a structured clone', () => {
  if (!settings) throw new Error('The publication of the fixtures is broken.')
  const once = parseArticle(read('articles/every-node.md'), settings)
  expect(parseArticle(read('articles/every-node.md'), settings)).toEqual(once)
  expect(structuredClone(once)).toEqual(once)
})
