import { catalogue, ruleOf } from '../pipeline/contract/catalogue.ts'
import type { Facts, Rule } from '../pipeline/contract/rule.ts'
import { storyRules } from '../pipeline/rules/index.ts'
import type { StoryRule } from '../pipeline/rules/story-rule.ts'

/** `docs/rules.md`: every rule that there is, from the rules and the catalogue themselves, so that it cannot drift. */
export function rulesPage(): string {
  const own = new Set<string>(storyRules.map(({ id }) => id))
  const others = Object.entries(catalogue).filter(([id]) => !own.has(id)) as [string, Rule<Facts>][]
  const parts = [
    '# Rules',
    '<!-- Written by npm run write-docs from the rules themselves: edit those. -->',
    `Whatever Galley finds wrong with a story has a rule, named in brackets behind it. An **error** keeps the story back, and what stood of it
stays; a **warning** does not; an **info** is told in JSON and in the manifest. \`npm run check\` judges every story, also those that are not
public yet, draws nothing and writes nothing; every publish judges by the same rules.`,
    `A newsroom changes severities in \`publication.yml\`: \`rules: { straight-quotes: error, missing-standfirst: off }\`. In one place a rule is
silenced by a comment with its reason: \`<!-- allow small-picture: the only one there is -->\` before a block of the body,
\`# allow small-picture: the only one there is\` on the line before a key of the front matter. Rules about embargo, status, labels, ids
and safety, marked **fixed**, can be neither lowered nor silenced.`,
    '[adding-a-rule.md](adding-a-rule.md) shows how to add one, to Galley or to your own newspaper.',
    '## The rules of the house',
    ...storyRules.map(ruleSection),
    '## Everything else that is said',
    ...groups(others).flatMap(([title, rules]) => [`### ${title}`, table(rules)]),
  ]
  return `${parts.join('\n\n')}\n`
}

function ruleSection({ id, severity, description, good, bad }: StoryRule): string {
  const fixed = ruleOf(id)?.fixed === true ? ', **fixed**' : ''
  const examples = [['Good', good], ['Bad', bad]].flatMap(([title, text]) => (text === undefined ? [] : [`${title}:\n\n\`\`\`\`markdown\n${text}\n\`\`\`\``]))
  return [`### \`${id}\``, `${severity}${fixed} · ${description}`, ...examples].join('\n\n')
}

/** Rules by whom they concern: everybody, or one format. */
function groups(rules: readonly [string, Rule<Facts>][]): [string, [string, Rule<Facts>][]][] {
  const formats = [...new Set(rules.flatMap(([id]) => (id.includes('/') ? [id.slice(0, id.indexOf('/'))] : [])))]
  const of = (isWanted: (id: string, rule: Rule<Facts>) => boolean) => rules.filter(([id, rule]) => isWanted(id, rule))
  return [
    ['About stories', of((id, { scope }) => !id.includes('/') && scope !== 'publication')],
    ['About the newspaper and the command', of((id, { scope }) => !id.includes('/') && scope === 'publication')],
    ...formats.map((format): [string, [string, Rule<Facts>][]] => [`About ${format}`, of((id) => id.startsWith(`${format}/`))]),
  ]
}

function table(rules: readonly [string, Rule<Facts>][]): string {
  const rows = rules.map(([id, { severity, fixed, description }]) => `| \`${id}\` | ${severity}${fixed ? ', **fixed**' : ''} | ${description.replaceAll('|', '\\|')} |`)
  return ['| rule | severity | when it is said |', '| --- | --- | --- |', ...rows].join('\n')
}
