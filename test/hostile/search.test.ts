import { PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib'
import { zipSync } from 'fflate'
import sharp from 'sharp'
import { expect, it } from 'vitest'
import { activeIn } from './search/active-in.ts'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const page = (inside: string): string => `<!DOCTYPE html><html><head><title>x</title></head><body>${inside}</body></html>`
const book = (inside: string): string => `<?xml version="1.0"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"><body>${inside}</body></html>`

it.each([
  ['a script', '<script>pwn()</script>'],
  ['a script that says it is data', '<script type="application/ld+json">pwn()</script>'],
  ['a script of somebody', '<script async src="https://cdn.ampproject.org.evil.example/v0.js"></script>'],
  ['javascript in data', '<script type="application/ld+json">{"author":{"url":"javascript:pwn()"}}</script>'],
  ['a script of another kind of data', '<script type="application/ld+json" src="x.js">{}</script>'],
  ['a script without scripts', '<noscript><iframe></iframe></noscript>'],
  ['an event handler', '<img src="x.jpg" oNeRror=pwn()>'],
  ['an event handler in a drawing', '<svg onload=pwn()></svg>'],
  ['javascript', '<a href="java&#x0a;script:pwn()">x</a>'],
  ['javascript behind control characters', '<a href="&#1; javascript:pwn()">x</a>'],
  ['data', '<a href="data:text/html,x">x</a>'],
  ['vbscript', '<a href="VBScript:x">x</a>'],
  ['data among the sources', '<img srcset="a.jpg 1x, data:image/svg+xml,x 2x">'],
  ['a poster', '<video poster="javascript:pwn()"></video>'],
  ['no scheme', '<a href="//evil.example/">x</a>'],
  ['a frame', '<iframe srcdoc="x"></iframe>'],
  ['an object', '<object data="x.swf"></object>'],
  ['a form', '<form></form>'],
  ['a button', '<button formaction="x">x</button>'],
  ['a field', '<input type="text">'],
  ['a base', '<base href="https://evil.example/">'],
  ['a refresh', '<meta http-equiv="Refresh" content="0;url=https://evil.example/">'],
  ['a cookie', '<meta http-equiv="set-cookie" content="x=1">'],
  ['a style attribute', '<p style="color: red">x</p>'],
  ['an import', '<style>@import "https://evil.example/x.css";</style>'],
  ['an import in escapes', '<style>@\\69mport "https://evil.example/x.css";</style>'],
  ['an expression', '<style>p { width: expression(pwn()) }</style>'],
  ['an address in a style', '<style>p { background: url( "https://evil.example/x" ) }</style>'],
  ['javascript in a style', '<style>p { background: url(javascript:pwn()) }</style>'],
  ['a stylesheet of somebody', '<link rel="stylesheet" href="https://evil.example/x.css">'],
  ['a prefetch', '<link rel="prefetch" href="https://evil.example/">'],
  ['a template', '<template><script>pwn()</script></template>'],
  ['a link in a drawing', '<svg><a xlink:href="javascript:pwn()"></a></svg>'],
])('finds %s in a page', async (_, inside) => {
  expect(await activeIn({ path: 'a.html', bytes: bytesOf(page(inside)) })).not.toEqual([])
})

it.each([
  ['a page of ours', 'a.html', page('<a href="../x/">x</a><a href="mailto:a@b.example">y</a><img src="a.jpg" alt="" srcset="a.jpg 1x"><script type="application/ld+json">{"a":"\\u003c/script>"}</script>')],
  ['words', 'a.html', page('&lt;script&gt;pwn()&lt;/script&gt; javascript:pwn()')],
  ['words in a style', 'a.css', 'p { content: "url(javascript:pwn()) @import x" } /* @import "y"; */ p { background: url("a.png") }'],
  ['a book of ours', 'a.xhtml', book('<p>&lt;script&gt;</p>')],
])('finds nothing in %s', async (_, path, text) => {
  expect(await activeIn({ path, bytes: bytesOf(text) })).toEqual([])
})

it.each([
  ['a script in a book', 'a.xhtml', book('<script>pwn()</script>')],
  ['an entity', 'a.xhtml', '<!DOCTYPE html [<!ENTITY e SYSTEM "file:///etc/passwd">]><html xmlns="http://www.w3.org/1999/xhtml"/>'],
  ['an instruction', 'a.opf', '<?xml-stylesheet href="javascript:pwn()"?><package/>'],
  ['what is not well formed', 'toc.ncx', '<ncx><text>a & b</text></ncx>'],
  ['javascript in a map', 'sitemap.xml', '<urlset><url><loc>javascript:pwn()</loc></url></urlset>'],
  ['javascript in a feed', 'rss.xml', '<rss><link>javascript:pwn()</link></rss>'],
  ['a script in a feed', 'rss.xml', '<rss xmlns:content="c"><content:encoded>&lt;script>pwn()&lt;/script></content:encoded></rss>'],
  ['an event handler in a section', 'atom.xml', '<feed><content type="html"><![CDATA[<img onerror="pwn()">]]></content></feed>'],
  ['javascript in JSON', 'feed.json', '{"items":[{"url":"javascript:pwn()"}]}'],
  ['a script in JSON', 'feed.json', '{"items":[{"content_html":"<script>pwn()</script>"}]}'],
  ['an event handler in a drawing', 'a.svg', '<svg xmlns="http://www.w3.org/2000/svg" onload="pwn()"/>'],
])('finds %s', async (_, path, text) => {
  expect(await activeIn({ path, bytes: bytesOf(text) })).not.toEqual([])
})

it('finds what is in a book', async () => {
  const bytes = zipSync({ mimetype: bytesOf('application/epub+zip'), 'OEBPS/a.xhtml': bytesOf(book('<iframe/>')) })
  expect(await activeIn({ path: 'a.epub', bytes })).toEqual(['OEBPS/a.xhtml: <iframe> element'])
})

it('finds what is in the record of a picture', async () => {
  const xmp = '<x:xmpmeta xmlns:x="adobe:ns:meta/"><script>pwn()</script></x:xmpmeta>'
  const bytes = await sharp({ create: { width: 1, height: 1, channels: 3, background: 'red' } }).withXmp(xmp).jpeg().toBuffer()
  expect(await activeIn({ path: 'a.jpg', bytes })).toEqual(['<script> element: pwn()'])
})

it.each([
  ['JavaScript', { Type: 'Action', S: 'JavaScript', JS: PDFString.of('pwn()') }],
  ['a program', { Type: 'Action', S: 'Launch', F: PDFString.of('calc.exe') }],
  ['a link that runs', { Type: 'Action', S: 'URI', URI: PDFString.of('javascript:pwn()') }],
  ['an action of a page', { Type: 'Page', AA: {} }],
])('finds %s in a PDF', async (_, dictionary) => {
  const pdf = await PDFDocument.create()
  pdf.addPage()
  pdf.catalog.set(PDFName.of('Odd'), pdf.context.register(pdf.context.obj(dictionary)))
  expect(await activeIn({ path: 'a.pdf', bytes: await pdf.save() })).not.toEqual([])
})
