import GithubSlugger from 'github-slugger'
import { publicationKeys } from '../../pipeline/config/publication-keys.ts'
import { articleKeys } from '../../pipeline/parse/article-keys.ts'
import { renderers } from '../../pipeline/renderers/index.ts'
import { describeKeys } from '../../pipeline/yaml/described.ts'
import { commandEntries } from './commands.ts'
import { directiveEntries } from './directives.ts'
import type { Entry, Part } from './entry.ts'
import { formatEntries } from './formats.ts'
import { keyEntries } from './keys.ts'

/** `docs/reference.md`: every key, directive, command and flag, from their definitions, so that it cannot drift. */
export function referencePage(): string {
  const parts = referenceParts()
  const head = [
    '# Reference',
    '<!-- Written by npm run write-docs from the definitions themselves: edit those. -->',
    'Every key, directive, command and flag. Every rule, and everything that is said of a story, is in [rules.md](rules.md).',
    '## Look up',
    index(parts),
  ]
  const body = parts.flatMap(({ title, intro, entries }) => [`## ${title}`, intro, ...entries.flatMap(({ name, body: text }) => [`### \`${name}\``, text])])
  return `${[...head, ...body].join('\n\n')}\n`
}

/** What the page is made of, part by part. */
export function referenceParts(): Part[] {
  return [
    { title: 'The front matter of a story', of: 'story', intro: 'Between the two lines `---` at the top of a file below `source/articles/`. Values are what was typed: no quotation marks are needed, except where one holds `: ` or ` #`.', entries: keyEntries(describeKeys(articleKeys({ sections: [] }))) },
    { title: 'Directives', of: 'directive', intro: 'Between empty lines in the body of a story. Those with two colons are one line; those with three have lines inside and are closed by a line `:::`. A container inside of another has one colon fewer than the one around it. Each may have an id for links, as `{#berths}`.', entries: directiveEntries() },
    { title: 'The newspaper: `publication.yml`', of: 'newspaper', intro: 'At the top of `source/`.', entries: keyEntries(describeKeys(publicationKeys(Object.fromEntries(renderers.map(({ name, options }) => [name, options]))))) },
    { title: 'Options of formats', of: 'format', intro: 'Below `formats:` in `publication.yml`. A format that is listed with `{}` has its defaults.', entries: formatEntries(renderers) },
    { title: 'Commands', of: 'command', intro: 'Flags stand behind `--`, as in `npm run publish -- --only port-strike`. A command that is stopped (Ctrl-C) exits with 130 or 143 and has touched nothing; one that was moving its files already ends that first.', entries: commandEntries() },
  ]
}

/** Everything that can be looked up, from A to Z, with a link to the heading under which it is told. */
function index(parts: readonly Part[]): string {
  const slugger = new GithubSlugger()
  for (const heading of ['Reference', 'Look up']) slugger.slug(heading)
  const items = parts.flatMap((part) => {
    slugger.slug(part.title)
    return part.entries.flatMap((entry) => itemsOf(entry, part, slugger.slug(entry.name)))
  })
  const letters = new Map<string, string[]>()
  for (const { letter, text } of items.toSorted(byName)) letters.set(letter, [...(letters.get(letter) ?? []), text])
  return [...letters].map(([letter, found]) => `**${letter}** ${found.join(' · ')}`).join('\n\n')
}

interface Item {
  letter: string
  sortedAs: string
  text: string
}

/** `lead.credit` stands among the credits. */
function itemsOf({ name, also = [], of: own }: Entry, { of }: Part, anchor: string): Item[] {
  return [name, ...also].map((word) => {
    const sortedAs = word.replace(/^[:-]+/, '').replace(/^.*\./, '').toLowerCase()
    return { letter: sortedAs.charAt(0).toUpperCase(), sortedAs, text: `[\`${word}\`](#${anchor}) (${own ?? of})` }
  })
}

function byName(a: Item, b: Item): number {
  if (a.sortedAs !== b.sortedAs) return a.sortedAs < b.sortedAs ? -1 : 1
  return a.text < b.text ? -1 : 1
}
