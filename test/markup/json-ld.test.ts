import { describe, expect, it } from 'vitest'
import type { Article } from '../../pipeline/ast/article.ts'
import type { Flow } from '../../pipeline/ast/nodes.ts'
import { jsonLdText, storyJsonLd } from '../../pipeline/markup/json-ld.ts'
import { paragraph, publication, storyWith, words } from './story-with.ts'

const card = { rel: 'card-og', path: 'sea/ferry/card-og.jpg', url: 'https://harbourpost.example/sea/ferry/card-og.jpg', mediaType: 'image/jpeg', width: 1200, height: 630 }
const page = { rel: 'page', path: 'sea/ferry/index.html', url: 'https://harbourpost.example/sea/ferry/', mediaType: 'text/html' }

describe('the structured data of a story', () => {
  it('holds what search engines read', async () => {
    const story = storyWith([paragraph('p', 'The first boat left.')], {
      dateline: 'SKERRIN',
      standfirst: [words('After '), { type: 'emphasis', children: [words('nine')] }, words(' days.')],
      updated: '2026-05-05T09:00:00+01:00',
      byline: [{ name: 'Mara Quill', role: 'Reporter', url: 'https://harbourpost.example/people/quill', location: 'Skerrin' }],
      corrections: [{ date: '2026-05-05T09:00:00+01:00', type: 'correction', text: [words('It was nine days.')] }],
      tags: ['ferries', 'islands'],
      rights: { holder: 'The Harbour Post', notice: '© 2026' },
    })
    const logo = { url: 'https://harbourpost.example/assets/logo.svg', width: 300, height: 60 }
    const facts = { publication, links: [page, card], logo, images: [{ url: 'https://harbourpost.example/assets/a.jpg', width: 1920, height: 1080 }] }
    await expect(`${JSON.stringify(storyJsonLd(story, facts), null, 2)}\n`).toMatchFileSnapshot('../outputs/markup/json-ld.json')
  })

  it.each([
    [{ tone: 'news' }, 'NewsArticle'],
    [{ tone: 'opinion' }, 'OpinionNewsArticle'],
    [{ tone: 'editorial' }, 'OpinionNewsArticle'],
    [{ tone: 'analysis' }, 'AnalysisNewsArticle'],
    [{ tone: 'review' }, 'ReviewNewsArticle'],
    [{ tone: 'obituary' }, 'NewsArticle'],
    [{ tone: 'correction' }, 'NewsArticle'],
    [{ tone: 'live' }, 'LiveBlogPosting'],
    [{ tone: 'live', commercial: 'paid' }, 'AdvertiserContentArticle'],
  ] as [Partial<Article>, string][])('of %o is of type %s', (changes, type) => {
    expect(data(storyWith([], changes))['@type']).toBe(type)
  })

  it('counts a correction as a change, whether its author wrote “updated” or not', () => {
    const corrections: Article['corrections'] = [
      { date: '2026-05-06T09:00:00+01:00', type: 'clarification', text: [words('By boat.')] },
      { date: '2026-05-05T09:00:00+01:00', type: 'correction', text: [words('It was nine days.')] },
    ]
    expect(data(storyWith([], { corrections }))['dateModified']).toBe('2026-05-06T09:00:00+01:00')
    expect(data(storyWith([], { corrections, updated: '2026-05-07T09:00:00+01:00' }))['dateModified']).toBe('2026-05-07T09:00:00+01:00')
    expect(data(storyWith([], { corrections }))['correction']).toMatchObject([{ name: 'Clarification', text: 'By boat.' }, { name: 'Correction' }])
    expect(data(storyWith([]))['dateModified']).toBe(storyWith([]).published)
  })

  it('of a live story tells its updates, newest first', () => {
    const live = data(storyWith([update('early', '2026-05-04T07:00:00Z'), update('late', '2026-05-04T08:00:00Z')], { tone: 'live' }))
    expect(live['liveBlogUpdate']).toMatchObject([
      { headline: 'late', articleBody: 'Words.', url: 'https://harbourpost.example/sea/ferry/#late' },
      { headline: 'early' },
    ])
  })

  it('of a gated story points to the notice and holds no closed word', () => {
    const gated = data(storyWith([paragraph('a', 'Free.'), update('Closed', '2026-05-04T07:00:00Z')], { tone: 'live', access: { level: 'subscriber', freeBlocks: 1 } }))
    expect(gated).toMatchObject({ isAccessibleForFree: false, hasPart: { isAccessibleForFree: false, cssSelector: '.paid' } })
    expect(JSON.stringify(gated)).not.toContain('Closed')
  })

  it('cannot end the element that holds it', () => {
    expect(jsonLdText(data(storyWith([], { headline: '</script><script>alert(1)' })))).not.toContain('<')
  })
})

function update(id: string, time: string): Flow {
  return { type: 'update', id, time, children: [{ type: 'title', children: [words(id)] }, paragraph('p', 'Words.')] }
}

function data(story: Article): Record<string, unknown> {
  return { ...storyJsonLd(story, { publication, links: [] }) }
}
