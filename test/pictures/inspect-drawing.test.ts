import { expect, it } from 'vitest'
import { inspectDrawing } from '../../pipeline/pictures/inspect-drawing.ts'

const drawing = (inside: string, before = ''): Uint8Array => Buffer.from(`${before}<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">\n${inside}\n</svg>`)

it.each([
  ['a program', '<script>pwn()</script>', 'the element <script>'],
  ['a program under another name', '<x:ScRipt xmlns:x="http://www.w3.org/2000/svg">pwn()</x:ScRipt>', 'the element <ScRipt>'],
  ['an event handler', '<g onClick="pwn()"/>', 'the event handler onClick'],
  ['a foreign page', '<foreignObject><p xmlns="http://www.w3.org/1999/xhtml"/></foreignObject>', 'the element <foreignObject>'],
  ['HTML', '<p xmlns="http://www.w3.org/1999/xhtml"/>', 'the element <p>'],
  ['javascript', '<a xlink:href="javascript:pwn()"/>', 'the address "javascript:pwn()"'],
  ['javascript in entities and line ends', '<a href="&#x6a;ava\nscript:pwn()"/>', 'the address "javascript:pwn()"'],
  ['an address set later', '<a href="#x"><set attributeName="href" to="javascript:pwn()"/></a>', 'the element <set>, which changes an address'],
  ['a picture elsewhere', '<image href="https://evil.example/x.png"/>', 'the address "https://evil.example/x.png"'],
  ['a file of the machine', '<image href="file:///etc/passwd"/>', 'the address "file:///etc/passwd"'],
  ['a drawing in a drawing', '<image href="data:image/svg+xml;base64,PHN2Zy8+"/>', 'the address "data:image/svg+xml;base64,PHN2Zy8+"'],
  ['a shape elsewhere', '<use href="other.svg#x"/>', 'the address "other.svg#x"'],
  ['a style elsewhere', '<style>@import "https://evil.example/x.css";</style>', 'the rule @import'],
  ['a style elsewhere, in escapes', '<style><![CDATA[@\\69mport "x.css";]]></style>', 'the rule @import'],
  ['a fill elsewhere', '<rect fill="url(https://evil.example/x.svg#y)"/>', 'the address "https://evil.example/x.svg#y" in a style'],
  ['a font elsewhere', '<style>@font-face { src: url("https://evil.example/x.woff2") }</style>', 'the address "https://evil.example/x.woff2" in a style'],
  ['another base', '<g xml:base="https://evil.example/"/>', 'another base for its addresses'],
])('refuses %s, and says where', (_, inside, found) => {
  expect(inspectDrawing(drawing(`<rect width="9"/>\n${inside}`))).toEqual({ problem: 'active', found, line: inside.includes('\n') ? 4 : 3 })
})

it.each([
  ['entities', '<!DOCTYPE svg [<!ENTITY a "b">]>', 'a document type with entities of its own'],
  ['a stylesheet', '<?xml-stylesheet href="x.css"?>', 'a stylesheet of another file'],
])('refuses %s before the drawing', (_, before, found) => {
  expect(inspectDrawing(drawing('', before))).toEqual({ problem: 'active', found, line: 1 })
})

it.each([
  ['shapes and gradients', '<defs><linearGradient id="g"/></defs><rect fill="url(#g)" style="stroke: url(\'#g\')"/><use xlink:href="#g"/>', ''],
  ['embedded photos and fonts', '<image href="data:image/png;base64,iVBORw0KGgo="/><style>@font-face { src: url(data:font/woff2;base64,d09GMg==) } text { content: "url" }</style>', ''],
  ['what drawing programs write', '<sodipodi:namedview xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" id="base"/><metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></metadata>', '<?xml version="1.0" encoding="ISO-8859-1"?>\n<!-- Generator -->\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n'],
  ['a link to the web, and movement', '<a href="https://lights.example/"><circle r="1"><animate attributeName="r" to="2"/></circle></a>', ''],
])('lets %s pass', (_, inside, before) => {
  expect(inspectDrawing(drawing(inside, before))).toBeUndefined()
})

it.each([
  ['what is cut short', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><g></svg>')],
  ['letters that it does not say', Buffer.from('<?xml version="1.0" encoding="utf-7"?><svg/>')],
])('calls %s malformed', (_, bytes) => {
  expect(inspectDrawing(bytes)).toHaveProperty('problem', 'malformed')
})
