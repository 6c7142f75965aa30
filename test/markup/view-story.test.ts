import { toHtml } from 'hast-util-to-html'
import { describe, expect, it } from 'vitest'
import type { Flow, Phrasing } from '../../pipeline/ast/nodes.ts'
import { viewStory } from '../../pipeline/markup/view-story.ts'
import { figure, heading, media, paragraph, plainSettings, storyWith, words } from './story-with.ts'

describe('the view of a story', () => {
  it('has the place before the first words', () => {
    const view = viewStory(storyWith([paragraph('p', 'The first boat left.')], { dateline: 'SKERRIN' }), plainSettings)
    expect(toHtml(view.body)).toBe('<p id="p"><span class="dateline">SKERRIN</span> — The first boat left.</p>')
  })

  it('gives the place a line of its own where the story begins with something else', () => {
    const view = viewStory(storyWith([heading(2, 'Morning')], { dateline: 'SKERRIN' }), plainSettings)
    expect(toHtml(view.body)).toBe('<p class="dateline-line"><span class="dateline">SKERRIN</span></p><h2 id="morning">Morning</h2>')
  })

  it('knows its lead picture', () => {
    const view = viewStory(storyWith([], { lead: figure('lead') }), plainSettings)
    expect(view.lead && toHtml(view.lead)).toBe(
      '<figure id="lead" class="picture lead"><img src="media/ferry.jpg" alt="A ferry at a quay." data-place="lead"></figure>',
    )
  })

  it.each([
    ['opinion', 'none', { kind: 'opinion', text: 'Opinion' }],
    ['opinion', 'sponsored', { kind: 'sponsored', text: 'Sponsored' }],
    ['news', 'paid', { kind: 'paid', text: 'Paid content' }],
    ['news', 'none', undefined],
  ] as const)('labels %s with commercial: %s', (tone, commercial, label) => {
    expect(viewStory(storyWith([], { tone, commercial }), plainSettings).label).toEqual(label)
  })

  it('tells search engines which links of paid content lead elsewhere', () => {
    const related = [{ title: 'Elsewhere', url: 'https://paint.example/' }]
    const view = viewStory(storyWith([link('https://paint.example/'), link('https://harbourpost.example/')], { commercial: 'sponsored', related }), plainSettings)
    expect(toHtml(view.body)).toBe('<p id="p"><a href="https://paint.example/" rel="sponsored">a</a></p><p id="p"><a href="https://harbourpost.example/">a</a></p>')
    expect(view.related).toEqual([{ title: 'Elsewhere', url: 'https://paint.example/', rel: 'sponsored' }])
  })

  it('never passes on an address that could harm a reader', () => {
    const changes = { related: [{ title: 'Click', url: 'data:text/html,x' }], follow: { text: 'Follow', href: 'vbscript:x' }, byline: [{ name: 'Ana', url: 'javascript:1' }] }
    const view = viewStory(storyWith([], changes), plainSettings)
    expect([view.related, view.follow, view.byline]).toEqual([[{ title: 'Click' }], { text: 'Follow' }, [{ name: 'Ana' }]])
  })
})

describe('a gated story', () => {
  const blocks = [
    paragraph('a', 'Free', reference('early')),
    paragraph('b', 'Closed', reference('late')),
    { type: 'audio' as const, id: 'c', src: 'x.mp3', media: media('x.mp3', 'audio/mpeg'), children: [] },
    note('early', 'Free note'),
    note('late', 'Closed note'),
  ]
  const gated = storyWith(blocks, { access: { level: 'subscriber', freeBlocks: 1 } })

  it('shows everybody what comes before the paywall, with its notes, and says that there is more', () => {
    const view = viewStory(gated, plainSettings)
    expect(toHtml(view.body)).toMatch(/Free<.*Free note/)
    expect(toHtml(view.body)).not.toMatch(/Closed|x\.mp3/)
    expect(view.gate).toEqual({ level: 'subscriber', text: 'The rest of this story is for subscribers.' })
  })

  it('is whole in its private copies', () => {
    const view = viewStory(gated, { ...plainSettings, audience: 'private' })
    expect(toHtml(view.body)).toMatch(/Free<.*Closed<.*x\.mp3.*Free note.*Closed note/)
    expect(view.gate).toBeUndefined()
  })

  it('has two free blocks by default', () => {
    const { access: _, ...story } = gated
    expect(toHtml(viewStory({ ...story, access: { level: 'metered' } }, plainSettings).body)).toMatch(/Closed</)
  })
})

function link(url: string): Flow {
  return paragraph('p', { type: 'link', url, children: [words('a')] })
}

function note(identifier: string, text: string): Flow {
  return { type: 'footnoteDefinition', id: identifier, identifier, label: identifier, children: [paragraph(`${identifier}-p`, text)] }
}

function reference(identifier: string): Phrasing {
  return { type: 'footnoteReference', identifier, label: identifier }
}
