import { afterAll, beforeAll, expect, it } from 'vitest'
import sharp from 'sharp'
import type { KilledStory } from '../../pipeline/ast/killed-story.ts'
import type { Renderer } from '../../pipeline/contract/renderer.ts'
import { card } from '../../pipeline/renderers/card/renderer.ts'
import { feeds } from '../../pipeline/renderers/feeds/renderer.ts'
import { kills } from '../../pipeline/renderers/kills/renderer.ts'
import { site } from '../../pipeline/renderers/site/renderer.ts'
import { sitemap } from '../../pipeline/renderers/sitemap/renderer.ts'
import { killed } from '../support/killed-story.ts'
import { withIptc } from '../support/photos.ts'
import { openEditionDesk, type EditionDesk } from '../support/edition-desk.ts'
import { texts } from './attacks.ts'
import { storyFile } from './corpus.ts'
import { drawAll, writeNewspaper } from './hostile-newsroom.ts'
import { quoted, textPlaces } from './places.ts'
import { activeIn } from './search/active-in.ts'

const everything = Object.values(texts).join(' ')
const oddName = '"><img src=x onerror=pwn()> \'</title><script>pwn()<∕script>.jpg'
const pictured = storyFile({ front: `lead: { src: ${quoted(`/media/${oddName}`)} }`, body: 'Six boats left.' })

let paper: Awaited<ReturnType<typeof writeNewspaper>>
let desk: EditionDesk

beforeAll(async () => {
  const short = textPlaces['short texts of the front matter'] ?? (() => ({}))
  const stories = Object.values(texts).map((text, index) => [`articles/sea/story-${index}.md`, storyFile(short(text))])
  paper = await writeNewspaper({
    ...Object.fromEntries(stories),
    'articles/sea/pictured.md': pictured,
    [`media/${oddName}`]: await pictureThatSays(everything),
    'articles/sea/captioned.md': storyFile({ front: 'lead: { src: /media/captioned.jpg, alt: Boats }', body: 'Six boats left.' }),
    'media/captioned.jpg': await olderPictureThatSays('</figcaption><script>pwn()</script>'),
    'publication.yml': [
      `name: ${quoted(everything)}`, `slogan: ${quoted(everything)}`, 'url: https://harbourpost.example', 'language: en-GB', 'logo: media/lens.png',
      `social: { x: ${quoted(everything)}, y: "javascript:pwn()" }`, `sections: { sea: ${quoted(everything)}, city: City }`, 'front: [story-0]',
    ].join('\n'),
  })
  desk = await openEditionDesk(paper.folder)
})
afterAll(async () => {
  await desk?.close()
  await paper?.remove()
})

it.each([site, feeds, sitemap])('is only words in what is made of the publication: $name', async (renderer) => {
  const drawn = await desk.draw(renderer)
  expect(drawn.artifacts.length).toBeGreaterThan(0)
  expect((await Promise.all(drawn.artifacts.map(activeIn))).flat()).toEqual([])
})

it('is only words in what is left of a killed story, and its server maps name nothing but addresses', async () => {
  const attacked: KilledStory = { ...killed, id: everything, retraction: { date: '2026-11-03T09:00:00Z', text: everything } }
  const { artifacts } = await desk.draw(kills as Renderer, { killed: [attacked] })
  const [maps, others] = [artifacts.filter(({ path }) => path.endsWith('.conf')), artifacts.filter(({ path }) => !path.endsWith('.conf'))]
  expect((await Promise.all(others.map(activeIn))).flat()).toEqual([])
  expect(new TextDecoder().decode(others.find(({ path }) => path.endsWith('index.html'))?.bytes)).toContain('&#x3C;script>')
  expect(maps.map(({ path }) => path)).toEqual(['kills-nginx.conf', 'kills-apache.conf'])
  for (const { bytes } of maps) expect(new TextDecoder().decode(bytes)).not.toMatch(/script|pwn|onerror/)
})

it.each(['story-0', 'pictured', 'captioned'])('is only words in the pages, the cards and the pictures of %s', async (slug) => {
  const article = await desk.newsroom.article(slug)
  const { artifacts, assets } = await desk.newsroom.draw(card, article)
  const files = [...artifacts, ...(await drawAll(desk.newsroom, article)), ...[...assets].map(([path, bytes]) => ({ path, bytes }))]
  expect((await Promise.all(files.map(activeIn))).flat()).toEqual([])
})

it('takes from a picture what it says of itself, as words', async () => {
  const { lead } = await desk.newsroom.article('pictured')
  expect([lead?.alt, lead?.credit]).toEqual([expect.stringContaining('<script>pwn()</script>'), expect.stringContaining('<script>pwn()</script>')])
  const captioned = (await desk.newsroom.article('captioned')).lead
  expect([captioned?.credit, captioned?.copyright]).toEqual(['</figcaption><script>pwn()</script>', '</figcaption><script>pwn()</script>'])
})

/** A photo whose own record holds an attack in every field that a story takes from it. */
function pictureThatSays(words: string): Promise<Buffer> {
  const escaped = words.replace(/[<>&"']|[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}]/gu, (letter) => `&#${letter.codePointAt(0)};`)
  const inLanguage = `<rdf:Alt><rdf:li xml:lang="x-default">${escaped}</rdf:li></rdf:Alt>`
  const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""
    xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/">
    <dc:description>${inLanguage}</dc:description><dc:rights>${inLanguage}</dc:rights><Iptc4xmpCore:AltTextAccessibility>${inLanguage}</Iptc4xmpCore:AltTextAccessibility>
    <dc:creator><rdf:Seq><rdf:li>${escaped}</rdf:li></rdf:Seq></dc:creator><photoshop:Credit>${escaped}</photoshop:Credit></rdf:Description></rdf:RDF></x:xmpmeta>`
  return sharp({ create: { width: 1600, height: 1000, channels: 3, background: 'navy' } }).withXmp(xmp).jpeg().toBuffer()
}

/** The same in the records of older programs, IPTC and EXIF, which hold fewer letters. */
async function olderPictureThatSays(words: string): Promise<Buffer> {
  const photo = await sharp({ create: { width: 1600, height: 1000, channels: 3, background: 'teal' } }).withExif({ IFD0: { ImageDescription: words, Artist: words, Copyright: words } }).jpeg().toBuffer()
  return withIptc(photo, { caption: words, credit: words, copyright: words }, 'utf8')
}
