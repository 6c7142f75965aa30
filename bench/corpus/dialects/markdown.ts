import type { Block, Target } from '../story.ts'
import type { Dialect } from './dialect.ts'

/** Markdown as Eleventy, Hugo and pandoc read it: title and date in front matter, everything else as plain blocks. */
export const markdownDialect: Dialect = {
  extension: '.md',
  write: ({ headline, standfirst, published, lead, authors, related, blocks, notes }) =>
    [
      `---\ntitle: ${JSON.stringify(headline)}\nlang: en-GB\ndate: ${published}\n---`,
      `*${standfirst}*`,
      `By ${authors.join(' and ')}`,
      blockOf({ type: 'photo', photo: lead }),
      ...blocks.map(blockOf),
      related.map(({ title, to }) => `- [${title}](${addressOf(to)})`).join('\n'),
      ...notes.map((text, index) => `[^${index + 1}]: ${text}`),
      '',
    ].join('\n\n'),
}

/** A table of GitHub Flavored Markdown. */
export function markdownTable({ head, rows }: Extract<Block, { type: 'table' }>): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

function blockOf(block: Block): string {
  switch (block.type) {
    case 'paragraph': return block.note === undefined ? block.text : `${block.text}[^${block.note}]`
    case 'heading': return `## ${block.text}`
    case 'quote': return `> ${block.text}\n>\n> ${block.by}`
    case 'table': return markdownTable(block)
    case 'photo': return `![${block.photo.alt}](media/${block.photo.file})\n\n${block.photo.caption} ${block.photo.credit}`
    case 'related': return `[${block.title}](${addressOf(block.to)})`
    default: return block satisfies never
  }
}

function addressOf(to: Target): string {
  return 'ref' in to ? `${to.ref}.html` : to.href
}
