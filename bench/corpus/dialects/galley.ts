import type { BenchStory, Block, Target } from '../story.ts'
import type { Dialect } from './dialect.ts'
import { markdownTable } from './markdown.ts'

/** Galley's own: front matter, directives, footnotes. JSON strings are YAML's double-quoted ones. */
export const galleyDialect: Dialect = { extension: '.md', write: (story) => `${frontMatter(story)}\n${body(story)}\n` }

function frontMatter({ headline, standfirst, kicker, section, authors, dateline, published, lead, related }: BenchStory): string {
  return [
    '---',
    `headline: ${JSON.stringify(headline)}`,
    `standfirst: ${JSON.stringify(standfirst)}`,
    `kicker: ${kicker}`,
    `section: ${section}`,
    'byline:',
    ...authors.map((name) => `  - ${name}`),
    `dateline: ${dateline}`,
    `published: ${published}`,
    'lead:',
    `  src: /media/${lead.file}`,
    ...(['alt', 'caption', 'credit'] as const).map((key) => `  ${key}: ${JSON.stringify(lead[key])}`),
    'related:',
    ...related.map(({ title, to }) => ('ref' in to ? `  - ref: ${to.ref}` : `  - { title: ${JSON.stringify(title)}, href: ${JSON.stringify(to.href)} }`)),
    '---',
  ].join('\n')
}

function body({ blocks, notes }: BenchStory): string {
  return [...blocks.map(blockOf), ...notes.map((text, index) => `[^${index + 1}]: ${text}`)].join('\n\n')
}

function blockOf(block: Block): string {
  switch (block.type) {
    case 'paragraph': return block.note === undefined ? block.text : `${block.text}[^${block.note}]`
    case 'heading': return `## ${block.text}`
    case 'quote': return `:::pullquote{by=${JSON.stringify(block.by)}}\n${block.text}\n:::`
    case 'table': return markdownTable(block)
    case 'photo': return `::figure[${block.photo.caption}]{src=/media/${block.photo.file} alt=${JSON.stringify(block.photo.alt)} credit=${JSON.stringify(block.photo.credit)}}`
    case 'related': return `::related[${block.title}]{${targetOf(block.to)}}`
    default: return block satisfies never
  }
}

function targetOf(to: Target): string {
  return 'ref' in to ? `ref=${to.ref}` : `href=${JSON.stringify(to.href)}`
}
