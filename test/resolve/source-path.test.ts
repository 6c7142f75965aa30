import { join } from 'node:path/posix'
import { array, assert, constantFrom, oneof, property, string, tuple } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sourcePath } from '../../pipeline/resolve/source-path.ts'

const story = 'articles/sea/first-boat.md'

describe('the path of a picture', () => {
  it.each([
    ['starts at the story’s folder', 'boat.jpg', 'articles/sea/boat.jpg'],
    ['may go up and down within source/', '../../media/./boat.jpg', 'media/boat.jpg'],
    ['starts at source/ with a slash', '/media/boat.jpg', 'media/boat.jpg'],
    ['has its letters composed', '/media/märz.jpg'.normalize('NFD'), 'media/märz.jpg'],
    ['may have spaces and letters of any language', 'barco à vela 100%.jpg', 'articles/sea/barco à vela 100%.jpg'],
  ])('%s', (_promise, written, path) => {
    expect(sourcePath(written, story)).toEqual({ path })
  })

  it.each([
    ['../../../boat.jpg'],
    ['/../boat.jpg'],
    ['/media/../../boat.jpg'],
    ['../../..'],
    ['file:///etc/passwd'],
    ['FILE:boat.jpg'],
    ['..\\..\\..\\boat.jpg'],
    ['%2e%2e/%2e%2e/%2e%2e/boat.jpg'],
  ])('does not leave source/: %s', (written) => {
    expect(sourcePath(written, story)).toEqual({ problem: 'outside' })
  })

  it.each([
    ['a drive letter', 'C:\\pictures\\boat.jpg', undefined],
    ['a drive letter', 'c:boat.jpg', undefined],
    ['a backslash', 'media\\boat.jpg', 'media/boat.jpg'],
    ['percent-encoded characters', 'my%20boat.jpg', 'my boat.jpg'],
    ['percent-encoded characters', 'boat%FF.jpg', undefined],
    ['an invisible control character', 'boat.jpg\0.png', undefined],
    ['the form of an address', 'data:image/png;base64,AA', undefined],
    ['the form of an address', 'ftp://example.org/boat.jpg', undefined],
  ])('is refused where it has %s: %s', (found, written, plain) => {
    expect(sourcePath(written, story)).toEqual({ problem: 'not-plain', found, ...(plain ? { plain } : {}) })
  })

  it.each(['https://example.org/boat.jpg', 'HTTP://example.org/boat.jpg', '//example.org/boat.jpg'])('is no address: %s', (written) => {
    expect(sourcePath(written, story)).toEqual({ problem: 'online' })
  })
})

describe('whatever an author writes', () => {
  const part = oneof(constantFrom('..', '.', '', '/', '\\', '%2e', '%2F', '\0', 'C:', 'file:', 'https:', 'media', 'boat.jpg'), string({ unit: 'grapheme', maxLength: 6 }))
  const written = tuple(array(part, { maxLength: 8 }), constantFrom('', '/')).map(([parts, between]) => parts.join(between))

  it('leads below source/ or nowhere', () => {
    assert(
      property(written, (path) => {
        const found = sourcePath(path, story)
        if ('problem' in found) return
        expect(join('/source', found.path).startsWith('/source')).toBe(true)
        expect(found.path).not.toMatch(/^\/|(?:^|\/)\.\.(?:\/|$)|[\\\0]/)
      }),
      { numRuns: 5000, seed: 1 },
    )
  })
})
