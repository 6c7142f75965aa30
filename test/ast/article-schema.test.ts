import { join } from 'node:path'
import { expect, it } from 'vitest'
import { articleJsonSchema } from '../../pipeline/ast/article.ts'
import { content, nodeKinds } from '../../pipeline/ast/node-kinds.ts'

const schemaFile = join(import.meta.dirname, '../../pipeline/ast/article.schema.json')

it('is generated from the same definition as the types; vitest -u writes it anew', async () => {
  await expect(`${JSON.stringify(articleJsonSchema(), null, 1)}\n`).toMatchFileSnapshot(schemaFile)
})

it('gives every kind of node a place in the content model', () => {
  const placed = new Set<string>(Object.values(content).flat())
  expect(Object.keys(nodeKinds).filter((kind) => !placed.has(kind))).toEqual([])
})
