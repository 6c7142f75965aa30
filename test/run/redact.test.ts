import { describe, expect, it } from 'vitest'
import { reportInto } from '../../pipeline/contract/catalogue.ts'
import type { Diagnostic } from '../../pipeline/contract/diagnostic.ts'
import { redact } from '../../pipeline/run/redact.ts'

const place = { file: 'articles/raid.md', line: 7, column: 3 }

function said(): Diagnostic {
  const list: Diagnostic[] = []
  const related = [{ file: 'articles/minister-resigns.md', line: 1 }]
  reportInto(list, { story: 'raid', related })('unknown-key', place, { key: 'minister', parent: 'The front matter', nearest: 'minister', known: 'minister' })
  const [diagnostic] = list
  if (diagnostic === undefined) throw new Error('Nothing was reported.')
  return diagnostic
}

describe('a diagnostic of a story that is not public', () => {
  it('keeps rule and place and not a word of the story', () => {
    const redacted = redact(said(), { isPublic: false, why: 'embargo' })
    expect(redacted).toMatchObject({ rule: 'unknown-key', ...place })
    expect(JSON.stringify(redacted)).not.toContain('minister')
  })

  it('is a warning, because nothing was to be published', () => {
    expect(redact(said(), { isPublic: false, why: 'draft' }).severity).toBe('warning')
  })

  it('stays an error where the story is held because it cannot be read', () => {
    expect(redact(said(), { isPublic: false, why: 'unreadable' }).severity).toBe('error')
  })
})
