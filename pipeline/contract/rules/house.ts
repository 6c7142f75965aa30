import { defineRule, didYouMean } from '../rule.ts'

/** What can be wrong with the rules that a newsroom brings along itself. */
export const houseRules = {
  'unreadable-house-file': defineRule<{ path: string; problem: string; nearest?: string | undefined }>({
    severity: 'error',
    scope: 'publication',
    description: 'A file that publication.yml names under house: or retext: cannot be had, so nobody would judge by it.',
    fixed: true,
    reason: ({ path, problem, nearest }) => `The rule file "${path}" cannot be read: ${problem}.${didYouMean(nearest)}`,
    hint: () => 'Put it into rules/ beside publication.yml, or take the line out.',
  }),
  'unusable-house-rule': defineRule<{ name: string; detail: string }>({
    severity: 'error',
    scope: 'publication',
    description: 'A rule file or retext plug-in cannot be loaded, or exports something else than a rule.',
    fixed: true,
    reason: ({ name, detail }) => `"${name}" cannot be used: ${detail}.`,
    hint: () => 'docs/adding-a-rule.md shows what a rule exports.',
  }),
  'duplicate-house-rule': defineRule<{ rule: string; name: string }>({
    severity: 'error',
    scope: 'publication',
    description: 'Two rules of the newsroom have one id, so that neither could be switched.',
    fixed: true,
    reason: ({ rule, name }) => `The id "${rule}" of "${name}" is that of another rule as well.`,
    hint: () => 'Give each rule an id of its own.',
  }),
  'missing-retext-plugin': defineRule<{ name: string }>({
    severity: 'error',
    scope: 'publication',
    description: 'A retext plug-in that publication.yml names is not installed.',
    fixed: true,
    reason: ({ name }) => `The retext plug-in "${name}" is not installed.`,
    hint: ({ name }) => `Run npm install ${name}, or take the line out.`,
  }),
  'house-rule-failed': defineRule<{ rule: string; detail: string }>({
    severity: 'error',
    scope: 'story',
    description: 'A rule of the newsroom’s own failed over a story, so that nobody knows whether the story keeps it.',
    reason: ({ rule, detail }) => `The rule "${rule}" failed over this story: ${detail}`,
    hint: () => 'Mend the rule, or take it out of publication.yml.',
  }),
  'house-rule-example': defineRule<{ rule: string; example: string; problem: string }>({
    severity: 'error',
    scope: 'publication',
    description: 'An example of a newsroom’s own rule is not judged as it claims; npm run check tries them all. A rule that finds nothing in its bad example finds nothing in stories either.',
    reason: ({ rule, example, problem }) => `The ${example} example of "${rule}" ${problem}.`,
    hint: () => 'Mend the rule or its example.',
  }),
}
