import { describe, expect, it } from 'vitest'
import type { ParsedArticle } from '../../pipeline/ast/article.ts'
import { reportInto } from '../../pipeline/contract/catalogue.ts'
import type { Diagnostic } from '../../pipeline/contract/diagnostic.ts'
import { nameBlocks } from '../../pipeline/resolve/block-ids.ts'
import { body, heading, paragraph, writtenStory } from '../support/written-story.ts'

function name(...blocks: ParsedArticle['body']['children']): { ids: string[]; found: Diagnostic[] } {
  const found: Diagnostic[] = []
  const names = nameBlocks(writtenStory({ body: body(...blocks) }), reportInto(found))
  return { ids: blocks.map((block) => names.of(block)), found }
}

describe('the id of a block', () => {
  it('is what its author wrote', () => {
    expect(name({ ...paragraph('Boats.'), id: 'boats' }).ids).toEqual(['boats'])
  })

  it('is the words of a heading', () => {
    expect(name(heading('What’s next for Łódź?')).ids).toEqual(['whats-next-for-łódź'])
  })

  it('is the time of an update, in UTC and without colons', () => {
    expect(name({ type: 'update', time: '2026-03-04T18:05:00+01:00', children: [] }).ids).toEqual(['update-20260304T170500Z'])
  })

  it('is kind and content of anything else, so that it survives an edit elsewhere', () => {
    const [alone] = name(paragraph('Boats.')).ids
    expect(alone).toMatch(/^paragraph-[0-9a-f]{8}$/)
    const moved = { ...paragraph('Boats.'), position: { start: { line: 9, column: 1 }, end: { line: 9, column: 7 } } }
    expect(name(heading('New'), moved).ids[1]).toBe(alone)
    expect(name(paragraph('Ships.')).ids[0]).not.toBe(alone)
  })

  it('is kind and content of a heading without words', () => {
    expect(name(heading('…')).ids[0]).toMatch(/^heading-[0-9a-f]{8}$/)
  })

  it('takes a number where it would stand twice', () => {
    expect(name(heading('Boats'), heading('Boats'), heading('Boats 2'), heading('Boats')).ids).toEqual(['boats', 'boats-2', 'boats-2-2', 'boats-3'])
  })

  it('gives way to a written id, even to a later one', () => {
    expect(name(heading('Boats'), heading('Ships', 'boats')).ids).toEqual(['boats-2', 'boats'])
  })

  it('is an error where it is written twice', () => {
    const { ids, found } = name(heading('Boats', 'b'), heading('Ships', 'b'))
    expect(ids).toEqual(['b', 'b-2'])
    expect(found).toMatchObject([{ rule: 'duplicate-block-id', severity: 'error' }])
  })
})
