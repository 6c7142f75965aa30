import type { BenchStory, Block, Target } from '../story.ts'
import type { Dialect } from './dialect.ts'

/** AsciiDoc as Asciidoctor reads it; notes stand in the text. */
export const asciidocDialect: Dialect = {
  extension: '.adoc',
  write: (story) => {
    const { headline, standfirst, lead, authors, related, blocks } = story
    return [
      `= ${headline}\n:lang: en-GB`,
      `_${standfirst}_`,
      `By ${authors.join(' and ')}`,
      blockOf({ type: 'photo', photo: lead }, story),
      ...blocks.map((block) => blockOf(block, story)),
      related.map(({ title, to }) => `* link:${addressOf(to)}[${title}]`).join('\n'),
      '',
    ].join('\n\n')
  },
}

function blockOf(block: Block, { notes }: BenchStory): string {
  switch (block.type) {
    case 'paragraph': return block.note === undefined ? block.text : `${block.text}footnote:[${notes[block.note - 1] ?? ''}]`
    case 'heading': return `== ${block.text}`
    case 'quote': return `[quote, ${JSON.stringify(block.by)}]\n____\n${block.text}\n____`
    case 'table': return [`|===`, block.head.map((cell) => `|${cell}`).join(' '), '', ...block.rows.map((row) => row.map((cell) => `|${cell}`).join(' ')), '|==='].join('\n')
    case 'photo': return `.${block.photo.caption} ${block.photo.credit}\nimage::media/${block.photo.file}[${JSON.stringify(block.photo.alt)}]`
    case 'related': return `link:${addressOf(block.to)}[${block.title}]`
    default: return block satisfies never
  }
}

function addressOf(to: Target): string {
  return 'ref' in to ? `${to.ref}.html` : to.href
}
