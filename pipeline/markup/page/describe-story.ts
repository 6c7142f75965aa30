import { toString } from 'hast-util-to-string'
import type { StoryView } from '../../ast/story-view.ts'

/** Characters that search engines and chat windows show. */
const longest = 200

/** The story in a sentence or two: its standfirst, else its first paragraph, else its headline, cut between words. */
export function describeStory({ standfirst, body, headline }: StoryView): string {
  const paragraph = body.find((node) => node.type === 'element' && node.tagName === 'p')
  const words = [standfirst.map((node) => toString(node)).join(''), paragraph ? toString(paragraph) : '', headline]
  return shorten(words.map((text) => text.replace(/\s+/g, ' ').trim()).find((text) => text !== '') ?? headline)
}

function shorten(text: string): string {
  if (text.length <= longest) return text
  const cut = text.slice(0, longest - 1)
  return `${cut.slice(0, cut.lastIndexOf(' ') > 0 ? cut.lastIndexOf(' ') : cut.length).replace(/[\s,;:–—-]+$/, '')}…`
}
