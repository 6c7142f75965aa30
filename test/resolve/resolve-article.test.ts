import { afterEach, describe, expect, it } from 'vitest'
import type { Article, ParsedArticle } from '../../pipeline/ast/article.ts'
import type { NodeOf } from '../../pipeline/ast/nodes.ts'
import type { Position } from '../../pipeline/ast/small-types.ts'
import { resolveArticle, type ResolveContext, type StoryIndex } from '../../pipeline/resolve/resolve-article.ts'
import { drawPhoto, withXmp } from '../support/photos.ts'
import { asNode, body, gazette, heading, openDesk, paragraph, writtenStory } from '../support/written-story.ts'

const photo = await drawPhoto().toBuffer()
const speaking = await withXmp(drawPhoto(), { caption: 'A boat at dawn.', credit: 'Ewa Nowak', copyright: '© Agency', alt: 'A yellow boat.' })

const stories: StoryIndex = new Map([
  ['ferry-timetable', { slug: 'ferry-timetable', headline: 'New ferry timetable', url: 'https://gazette.example/sea/ferry-timetable/', isPublic: true }],
  ['secret-merger', { slug: 'secret-merger', headline: 'Ferry line to be sold', url: 'https://gazette.example/sea/secret-merger/', isPublic: false }],
])

let close: (() => Promise<void>)[] = []
afterEach(async () => {
  await Promise.all(close.map((end) => end()))
  close = []
})

async function resolve(parsed: ParsedArticle, files: Record<string, Uint8Array | string> = {}, more: Partial<ResolveContext> = {}) {
  const desk = await openDesk(files, { stories, ...more })
  close.push(desk.close)
  return resolveArticle(parsed, desk)
}

async function complete(...given: Parameters<typeof resolve>): Promise<Article> {
  const { article, diagnostics } = await resolve(...given)
  if (!article) throw new Error(diagnostics.map(({ reason }) => reason).join('\n'))
  return article
}

async function rulesOf(...given: Parameters<typeof resolve>): Promise<string[]> {
  return (await resolve(...given)).diagnostics.map(({ rule, reason }) => `${rule}: ${reason}`)
}

function figure(more: Partial<NodeOf<'figure', 'parsed'>> = {}): NodeOf<'figure', 'parsed'> {
  return { type: 'figure', src: 'boat.jpg', alt: 'A boat.', children: [], ...more }
}

function gated(freeBlocks?: number): Partial<ParsedArticle> {
  return { access: { level: 'subscriber', ...(freeBlocks === undefined ? {} : { freeBlocks }) } }
}

function video(more: Partial<NodeOf<'video', 'parsed'>> = {}): ParsedArticle {
  return writtenStory({ body: body({ type: 'video', src: 'boat.mp4', children: [], ...more }) })
}

function related(more: Partial<NodeOf<'relatedLink', 'parsed'>>): ParsedArticle {
  return writtenStory({ body: body({ type: 'relatedLink', children: [], ...more }) })
}

function link(url: string): ParsedArticle {
  return writtenStory({ body: body(heading('The vote'), paragraph({ type: 'link', url, children: [asNode('here')] })) })
}

function at(line: number): Position {
  return { start: { line, column: 1 }, end: { line, column: 9 } }
}

const boat = { 'articles/sea/boat.jpg': photo }

describe('a plain story', () => {
  it('is complete with what its author left out', async () => {
    const { article, diagnostics } = await resolve(writtenStory())
    expect(diagnostics).toEqual([])
    expect(article).toMatchObject({
      type: 'article',
      headlines: { social: 'The first boat leaves at seven', seo: 'The first boat leaves at seven', print: 'The first boat leaves at seven' },
      section: { id: 'sea', name: 'The sea' },
      language: 'en-GB',
      direction: 'ltr',
      path: 'sea/first-boat',
      url: 'https://gazette.example/sea/first-boat/',
      canonical: 'https://gazette.example/sea/first-boat/',
      access: { level: 'free' },
    })
  })

  it('is plain data that survives a copy to a worker and to JSON', async () => {
    const article = await complete(writtenStory({ lead: figure({ children: [asNode('A boat.')] }) }), boat)
    expect(structuredClone(article)).toEqual(article)
    expect(JSON.parse(JSON.stringify(article))).toEqual(article)
  })

  it('keeps what its author wrote', async () => {
    const written = { headlines: { social: 'Off at seven' }, language: 'ar', canonical: 'https://first.example/boat' }
    expect(await complete(writtenStory(written))).toMatchObject({ headlines: { social: 'Off at seven', seo: 'The first boat leaves at seven' }, language: 'ar', direction: 'rtl', canonical: 'https://first.example/boat' })
  })

  it('has no allowances: they are the desk’s', async () => {
    expect(await complete(writtenStory({ allowances: [{ rule: 'missing-alt', reason: 'x', from: 1, to: 2 }] }))).not.toHaveProperty('allowances')
  })

  it('is not made without a date or of an embargo that never lifts', async () => {
    const { published: _, ...undated } = writtenStory()
    expect((await resolve(undated)).article).toBeUndefined()
    expect((await resolve(writtenStory({ embargo: {} }))).article).toBeUndefined()
  })

  it('names an unknown language', async () => {
    expect(await rulesOf(writtenStory({ language: 'english', places: { language: { start: { line: 7, column: 11 }, end: { line: 7, column: 18 } } } }))).toEqual([
      'unknown-language: Expected a language such as en, pt-BR or zh-Hant, found "english".',
    ])
  })
})

describe('a gated story', () => {
  const hidden: NodeOf<'relatedLink', 'parsed'> = { type: 'relatedLink', ref: 'secret-merger', children: [] }
  const three = [paragraph('One.'), paragraph('Two.'), paragraph('Three.')] as const

  it('is free up to its second block where it does not say', async () => {
    expect((await complete(writtenStory({ ...gated(), body: body(...three) }))).access).toEqual({ level: 'subscriber', freeBlocks: 2 })
  })

  it('is free up to where it says, a link that was left out not counted', async () => {
    expect((await complete(writtenStory({ ...gated(3), body: body(three[0], hidden, three[1], three[2]) }))).access.freeBlocks).toBe(2)
    expect((await complete(writtenStory({ ...gated(0), body: body(...three) }))).access.freeBlocks).toBe(0)
  })
})

describe('a figure', () => {
  it('takes caption, credit, copyright and alternative text from its picture', async () => {
    const { alt: _, ...bare } = figure()
    const { lead } = await complete(writtenStory({ lead: bare }), { 'articles/sea/boat.jpg': speaking })
    expect(lead).toMatchObject({ alt: 'A yellow boat.', credit: 'Ewa Nowak', copyright: '© Agency', children: [{ type: 'text', value: 'A boat at dawn.' }], picture: { src: 'articles/sea/boat.jpg', width: 120, height: 80 } })
  })

  it('keeps the author’s words before those of its picture', async () => {
    const { lead } = await complete(writtenStory({ lead: figure({ credit: 'Handout', children: [asNode('Our boat.')] }) }), { 'articles/sea/boat.jpg': speaking })
    expect(lead).toMatchObject({ alt: 'A boat.', credit: 'Handout', children: [{ value: 'Our boat.' }] })
  })

  it('has no credit where its author wrote an empty one', async () => {
    const { lead } = await complete(writtenStory({ lead: figure({ credit: '' }) }), { 'articles/sea/boat.jpg': speaking })
    expect(lead).not.toHaveProperty('credit')
  })

  it('is completed in a gallery, in an update and in a line of prose, too', async () => {
    const image: NodeOf<'image', 'parsed'> = { type: 'image', url: '/articles/sea/boat.jpg', alt: 'A boat.' }
    const blocks = [
      { type: 'gallery', children: [figure()] },
      { type: 'update', time: '2026-05-04T08:00:00Z', children: [figure()] },
      paragraph('See ', image),
    ] satisfies ParsedArticle['body']['children']
    const { body: found } = await complete(writtenStory({ body: body(...blocks) }), boat)
    expect(JSON.stringify(found).match(/"picture":\{/g)).toHaveLength(3)
  })

  it.each([
    ['has no alternative text', {}, boat, { alt: ' ' }, 'missing-alt: The picture "boat.jpg" has no alternative text.'],
    ['is not there', {}, boat, { src: 'baot.jpg' }, 'missing-media: The picture "baot.jpg" is not there. Did you mean "boat.jpg"?'],
    ['has other capitals', {}, boat, { src: 'Boat.jpg' }, 'other-case: The picture "Boat.jpg" is there, but its name is "boat.jpg".'],
    ['is empty', {}, { 'articles/sea/boat.jpg': '' }, {}, 'empty-media: The picture "boat.jpg" is an empty file.'],
    ['is cut short', {}, { 'articles/sea/boat.jpg': photo.subarray(0, -300) }, {}, 'unreadable-picture: The picture "boat.jpg" is damaged: it breaks off, or a part of it is broken.'],
    ['is wrongly named', {}, { 'articles/sea/boat.png': photo }, { src: 'boat.png' }, 'misnamed-picture: The picture "boat.png" is JPEG inside, but its name says PNG.'],
    ['is no picture', {}, { 'articles/sea/boat.jpg': 'A boat.' }, {}, 'unknown-picture-type: Expected the picture "boat.jpg" to be JPEG, PNG, WebP, AVIF or SVG, found something that is no picture.'],
    ['is a folder', {}, { 'articles/sea/boat/a.jpg': photo }, { src: 'boat' }, 'unreadable-media: The picture "boat" cannot be read: it is a folder, not a file.'],
    ['is on the web', {}, {}, { src: 'https://x.example/a.jpg' }, 'picture-online: The picture "https://x.example/a.jpg" is an address; pictures are files in source/.'],
    ['leaves source/', {}, {}, { src: '../../../a.jpg' }, 'path-outside-source: The path of this picture, "../../../a.jpg", leads out of the source folder.'],
  ])('is reported where it %s', async (_what, story, files, more, message) => {
    expect(await rulesOf(writtenStory({ ...story, body: body(figure(more)) }), files)).toEqual([message])
  })

  it('is reported at each place where it stands, and measured once', async () => {
    let measured = 0
    const desk = await openDesk()
    const counting: ResolveContext['measure'] = (file) => ((measured += 1), desk.measure(file))
    const { diagnostics } = await resolve(writtenStory({ body: body(figure(), figure()) }), { 'articles/sea/boat.jpg': 'x' }, { measure: counting })
    await desk.close()
    expect([diagnostics.length, measured]).toEqual([2, 1])
  })

  it('without alternative text still gives an article, so that a newsroom may make it a warning', async () => {
    expect((await resolve(writtenStory({ lead: figure({ alt: '' }) }), boat)).article?.lead?.alt).toBe('')
  })
})

describe('a video', () => {
  it('brings its file, poster and captions', async () => {
    const files = { ...boat, 'articles/sea/boat.mp4': 'film', 'articles/sea/boat.vtt': 'WEBVTT\n' }
    const { body: found } = await complete(video({ poster: 'boat.jpg', captions: 'boat.vtt' }), files)
    expect(found.children[0]).toMatchObject({ media: { src: 'articles/sea/boat.mp4', mediaType: 'video/mp4', bytes: 4 }, picture: { width: 120 }, captionsFile: { mediaType: 'text/vtt' } })
  })

  it('on the web keeps its address', async () => {
    const [found] = (await complete(video({ src: 'https://x.example/boat.mp4' }))).body.children
    expect(found).toMatchObject({ src: 'https://x.example/boat.mp4' })
    expect(found).not.toHaveProperty('media')
  })

  it.each([
    ['is not there', { src: 'harbour.mp4' }, 'missing-media: The video "harbour.mp4" is not there.'],
    ['has an insecure address', { src: 'http://x.example/boat.mp4' }, 'insecure-media: Expected an address that begins with https:// for this video, found "http://x.example/boat.mp4".'],
    ['is of a type that browsers do not play', { src: 'boat.avi' }, 'unknown-media-type: Expected a video that ends in .mp4, .m4v or .webm, found "boat.avi".'],
    ['has a poster that is not there', { src: 'b.mp4', poster: 'no.jpg' }, 'missing-media: The poster "no.jpg" is not there.'],
    ['has captions that are not WebVTT', { src: 'b.mp4', captions: 'b.vtt' }, 'not-webvtt: Expected the captions "b.vtt" to begin with WEBVTT, found something else.'],
  ])('is reported where it %s', async (_what, more, message) => {
    expect(await rulesOf(video(more), { 'articles/sea/boat.avi': 'x', 'articles/sea/b.mp4': 'x', 'articles/sea/b.vtt': '1\n00:00' })).toEqual([message])
  })
})

describe('a link to another story', () => {
  it('takes that story’s headline and address', async () => {
    const [found] = (await complete(related({ ref: 'ferry-timetable' }))).body.children
    expect(found).toMatchObject({ url: 'https://gazette.example/sea/ferry-timetable/', children: [{ value: 'New ferry timetable' }] })
    const list = await complete(writtenStory({ related: [{ ref: 'ferry-timetable' }, { ref: 'ferry-timetable', title: 'When it sails' }] }))
    expect(list.related.map(({ title }) => title)).toEqual(['New ferry timetable', 'When it sails'])
  })

  it('is left out where that story is not public, and tells nothing of it', async () => {
    const { article, diagnostics } = await resolve({ ...related({ ref: 'secret-merger' }), related: [{ ref: 'secret-merger' }] })
    expect(article?.body.children).toEqual([])
    expect(article?.related).toEqual([])
    expect(diagnostics).toMatchObject([{ rule: 'ref-not-public', severity: 'warning' }, { rule: 'ref-not-public' }])
    expect(JSON.stringify([article, diagnostics])).not.toMatch(/sold/)
  })

  it('is an error where there is none, and offers only what is public', async () => {
    expect(await rulesOf(related({ ref: 'fery-timetable' }))).toEqual(['unknown-ref: No story has the slug "fery-timetable". Did you mean "ferry-timetable"?'])
    expect(await rulesOf(related({ ref: 'secret-mergers' }))).toEqual(['unknown-ref: No story has the slug "secret-mergers".'])
  })
})

describe('a link in prose', () => {
  it.each([
    ['https://x.example/a', 'https://x.example/a'],
    ['mailto:desk@gazette.example', 'mailto:desk@gazette.example'],
    ['/about/', 'https://gazette.example/about/'],
    ['https://x.example/a page', 'https://x.example/a%20page'],
    ['/a\\b', 'https://gazette.example/a%5Cb'],
    ['https://x.example/a\\b', 'https://x.example/a%5Cb'],
    ['https://x.example/a[1]|b?q=100%', 'https://x.example/a%5B1%5D%7Cb?q=100%25'],
    ['https://[::1]/a', 'https://[::1]/a'],
    ['#the-vote', '#the-vote'],
  ])('may lead to %s', async (written, url) => {
    const { article, diagnostics } = await resolve(link(written))
    expect(diagnostics).toEqual([])
    expect(article?.body.children[1]).toMatchObject({ children: [{ url }] })
  })

  it.each([
    ['', 'empty-link: This link has no address.'],
    ['other.md', 'relative-link: Expected a full address in this link, found "other.md".'],
    ['www.x.example', 'relative-link: Expected a full address in this link, found "www.x.example".'],
    ['https://', 'relative-link: Expected a full address in this link, found "https://".'],
    ['https://x..example', 'relative-link: Expected a full address in this link, found "https://x..example".'],
    ['https://x.`example', 'relative-link: Expected a full address in this link, found "https://x.`example".'],
    ['https:x.example', 'relative-link: Expected a full address in this link, found "https:x.example".'],
    ['java\tscript:alert(1)', 'relative-link: Expected a full address in this link, found "java\tscript:alert(1)".'],
    ['javascript:alert(1)', 'unsafe-link: Expected this link to begin with https:, http:, mailto: or tel:, found "javascript:alert(1)".'],
    ['file:///etc/passwd', 'unsafe-link: Expected this link to begin with https:, http:, mailto: or tel:, found "file:///etc/passwd".'],
  ])('does not lead to "%s"', async (written, message) => {
    const { article, diagnostics } = await resolve(link(written))
    expect(diagnostics.map(({ rule, reason }) => `${rule}: ${reason}`)).toEqual([message])
    expect(article).toBeUndefined()
  })

  it('is warned of where it points to no place of its story', async () => {
    const { article, diagnostics } = await resolve(link('#the-votes'))
    expect(diagnostics).toMatchObject([{ rule: 'unknown-anchor', severity: 'error', reason: 'Nothing in this story has the id "the-votes". Did you mean "the-vote"?' }])
    expect(article).toBeDefined()
  })
})

describe('what is wrong', () => {
  it('is collected to the end and told in the order of the file', async () => {
    const { diagnostics } = await resolve(writtenStory({
      lead: figure({ src: 'lead.jpg' }),
      places: { lead: at(9), 'lead.src': at(10) },
      related: [{ ref: 'nothing-near' }],
      body: body({ ...figure({ src: 'body.jpg' }), position: at(20) }),
    }))
    expect(diagnostics.map(({ rule, line }) => [rule, line])).toEqual([['unknown-ref', undefined], ['missing-media', 10], ['missing-media', 20]])
    expect(diagnostics.every(({ story, file }) => story === 'first-boat' && file === 'articles/sea/first-boat.md')).toBe(true)
  })

  it('is a fault of ours, not of the author, where an article of another shape comes out', async () => {
    const wrong = { ...writtenStory(), surprise: true }
    await expect(resolve(wrong)).rejects.toThrow(/made an article that is none/)
  })
})

describe('the publication of a story', () => {
  it('gives its language where the story has none', async () => {
    expect(await complete(writtenStory(), {}, { publication: { ...gazette, language: 'he' } })).toMatchObject({ language: 'he', direction: 'rtl' })
  })
})
