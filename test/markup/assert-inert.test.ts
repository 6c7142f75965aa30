import { join } from 'node:path'
import { h } from 'hastscript'
import { expect, it } from 'vitest'
import { assertInert } from '../../pipeline/markup/assert-inert.ts'
import { codeBelow, readFacts } from '../support/read-code.ts'

it.each([
  ['a program', h('script', 'pwn()')],
  ['a program of somebody', h('script', { src: 'https://evil.example/v0.js' })],
  ['data that ends its element', h('script', { type: 'application/ld+json' }, '{"a":"</script>"}')],
  ['styles that end their element', h('style', 'p { content: "</style>" }')],
  ['an event handler', h('p', { onClick: 'pwn()' })],
  ['an event handler of no standard', h('p', { onfoo: 'pwn()' })],
  ['a style', h('p', { style: 'color: red' })],
  ['a frame', h('iframe')],
  ['a form', h('form')],
  ['a drawing in the page', h('svg')],
  ['a base', h('base', { href: '/' })],
  ['javascript', h('a', { href: 'java\nscript:pwn()' })],
  ['javascript behind a control character', h('a', { href: '\u0001javascript:pwn()' })],
  ['data in a picture', h('img', { src: 'data:image/svg+xml,x' })],
  ['data among the sizes of a picture', h('img', { srcSet: 'a.jpg 1x, data:image/png,x 2x' })],
  ['no scheme', h('a', { href: '//evil.example/' })],
  ['a field', h('input', { type: 'text' })],
  ['a refresh into a program', h('meta', { httpEquiv: 'refresh', content: '0; url=javascript:pwn()' })],
])('refuses %s, wherever it stands', (_, element) => {
  expect(() => assertInert(h('div', h('p', element)))).toThrow(/^Expected markup that only shows words and pictures, found </)
})

it.each([
  h('a', { href: '../sea/ferry/index.html#top' }, 'x'), h('a', { href: 'mailto:a@b.example' }), h('a', { href: '#a:b' }), h('img', { src: '../assets/a.jpg', srcSet: '../assets/a.jpg 1x, ../assets/b.jpg 2x' }),
  h('script', { type: 'application/ld+json' }, '{}'), h('script', { async: true, src: 'https://cdn.ampproject.org/v0/amp-video-0.1.js' }), h('input', { type: 'checkbox', disabled: true }),
  h('meta', { httpEquiv: 'Content-Security-Policy', content: "default-src 'none'" }), h('p', 'javascript:pwn() <script>'),
])('lets what our pages are made of pass: $tagName', (element) => {
  expect(() => assertInert(element)).not.toThrow()
})

it('is asked by all that writes a tree', () => {
  const repository = join(import.meta.dirname, '../..')
  const writers = new Set(['hast-util-to-html', 'hast-util-to-xast'])
  const who = codeBelow(repository, 'pipeline').filter((file) => readFacts(file).imports.some(({ specifier }) => writers.has(specifier)))
  // show-page.ts writes what a reviewer reads.
  expect(who.map(({ path }) => path)).toEqual(['pipeline/markup/page/show-page.ts', 'pipeline/markup/write-html.ts', 'pipeline/renderers/epub/to-xhtml.ts'])
})
