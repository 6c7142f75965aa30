import { toHtml } from 'hast-util-to-html'
import { describe, expect, it } from 'vitest'
import type { NodeType } from '../../pipeline/ast/node-kinds.ts'
import type { Flow } from '../../pipeline/ast/nodes.ts'
import { showPage } from '../../pipeline/markup/page/show-page.ts'
import type { MarkupSettings } from '../../pipeline/markup/state.ts'
import { viewStory } from '../../pipeline/markup/view-story.ts'
import { everyKind } from './every-kind.ts'
import { figure, heading, paragraph, plainSettings, storyWith, words } from './story-with.ts'

describe('the shared handlers', () => {
  it.each(Object.keys(everyKind) as NodeType[])('draw %s as its snapshot shows', async (kind) => {
    const [body] = showPage(`<body>${draw(everyKind[kind])}</body>`)
    await expect(body?.text).toMatchFileSnapshot(`../outputs/markup/${kind}.html`)
  })

  it('give no id twice', () => {
    const html = draw([...Object.values(everyKind).flat(), { ...heading(2, 'footnotes'), id: 'footnotes' }, { ...heading(2, 'One'), id: 'footnote-1' }])
    const own = [...html.matchAll(/ id="((?:footnote|fact|evening)[^"]*)"/g)].map(([, id]) => id)
    expect(own.length).toBeGreaterThan(8)
    expect(own).toEqual([...new Set(own)])
  })

  it('are replaced one by one by those of a renderer', () => {
    const html = draw([paragraph('p', 'Words.')], { handlers: { text: ({ value }) => ({ type: 'text', value: value.toUpperCase() }) } })
    expect(html).toBe('<p id="p">WORDS.</p>')
  })

  it('mark figures as groups where a renderer asks for it', () => {
    expect(draw([figure('f')], { figureRole: 'group' })).toContain('<figure id="f" class="picture" role="group">')
  })

  it('send every address of the story through the renderer', () => {
    const link = paragraph('p', { type: 'link', url: 'https://harbourpost.example/sea/', children: [words('Sea')] })
    expect(draw([link], { href: (url) => url.replace('https://harbourpost.example', '..') })).toContain('href="../sea/"')
  })
})

function draw(blocks: Flow[], settings: Partial<MarkupSettings> = {}): string {
  return toHtml(viewStory(storyWith(blocks), { ...plainSettings, ...settings }).body)
}
