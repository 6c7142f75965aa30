// A retext plug-in of The Harbour Post (https://github.com/retextjs/retext): it sees the prose of a story as sentences and words.
import { visit } from 'unist-util-visit'

/** What is told of the rule, and what `npm run check` tries first. */
export const description = 'A word of officials stands where a plain one would do.'
export const good = 'The boats began to use the new jetty before noon.'
export const bad = 'The boats commenced to utilise the new jetty prior to noon.'

/** Words that the Post does not print, and what it prints instead. More, or others, may be given as options. */
const plainWords = { commence: 'begin', commenced: 'began', utilise: 'use', utilised: 'used', facilitate: 'help', purchased: 'bought', whilst: 'while' }

/** @type {import('unified').Plugin<[Record<string, string>?]>} */
export default function plainWordsPlugin(options) {
  const words = { ...plainWords, ...options }
  return (tree, file) => {
    visit(tree, 'WordNode', (node) => {
      const found = node.children.map(({ value = '' }) => value).join('')
      const better = words[found.toLowerCase()]
      if (better === undefined) return
      const message = file.message(`“${found}” is the word of an official.`, { place: node.position, ruleId: found.toLowerCase(), source: 'plain-words' })
      message.expected = [better]
    })
  }
}
