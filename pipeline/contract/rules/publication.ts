import { defineRule, didYouMean } from '../rule.ts'

/** What can be wrong with publication.yml, besides its YAML. */
export const publicationRules = {
  'missing-publication-key': defineRule<{ key: string; example: string }>({
    severity: 'error',
    scope: 'publication',
    description: 'publication.yml lacks one of its three required keys.',
    fixed: true,
    reason: ({ key }) => `Expected "${key}" in publication.yml, found none.`,
    hint: ({ example }) => `Add ${example}`,
  }),
  'invalid-publication-address': defineRule<{ found: string }>({
    severity: 'error',
    scope: 'publication',
    description: 'The base of all addresses is not a plain web address.',
    fixed: true,
    reason: ({ found }) => `Expected the absolute address of the publication, found "${found}".`,
    hint: () => 'Write it like https://harbourpost.example, without a question mark or #.',
  }),
  'unknown-timezone': defineRule<{ found: string; nearest?: string | undefined }>({
    severity: 'error',
    scope: 'publication',
    description: 'The time zone is not one of the IANA database.',
    fixed: true,
    reason: ({ found, nearest }) => `Unknown time zone "${found}".${didYouMean(nearest)}`,
    hint: () => 'Write a zone such as Europe/London or UTC.',
  }),
  'unknown-format-key': defineRule<{ format: string; nearest?: string | undefined; known: string }>({
    severity: 'error',
    scope: 'publication',
    description: 'publication.yml asks for a format that no renderer makes.',
    fixed: true,
    reason: ({ format, nearest }) => `Unknown format "${format}" in publication.yml.${didYouMean(nearest)}`,
    hint: ({ known }) => `Formats: ${known}.`,
  }),
  'unknown-format-option': defineRule<{ option: string; format: string; nearest?: string | undefined; known: string }>({
    severity: 'error',
    scope: 'publication',
    description: 'A format has an option that it does not know.',
    fixed: true,
    reason: ({ option, format, nearest }) => `Unknown option "${option}" of the format "${format}".${didYouMean(nearest)}`,
    hint: ({ known }) => (known === '' ? 'This format has no options there.' : `Options: ${known}.`),
  }),
  'invalid-format-option': defineRule<{ option: string; problem: string; found: string; nearest?: string | undefined }>({
    severity: 'error',
    scope: 'publication',
    description: 'An option of a format has a value that it cannot have.',
    fixed: true,
    reason: ({ option, problem, found, nearest }) => `The option "${option}" cannot be ${found}.${didYouMean(nearest)} ${problem}`,
    hint: () => 'Correct it, or delete the line to have the default.',
  }),
  'unknown-rule': defineRule<{ rule: string; nearest?: string | undefined }>({
    severity: 'error',
    scope: 'publication',
    description: 'publication.yml sets the severity of a rule that does not exist.',
    fixed: true,
    reason: ({ rule, nearest }) => `Unknown rule "${rule}" in publication.yml.${didYouMean(nearest)}`,
    hint: () => 'Write the rule’s id as the diagnostics show it; rules of your own begin with house/.',
  }),
  'fixed-rule': defineRule<{ rule: string; severity: string }>({
    severity: 'error',
    scope: 'publication',
    description: 'publication.yml lowers a rule about embargo, status, labels, ids or safety.',
    fixed: true,
    reason: ({ rule, severity }) => `The rule "${rule}" cannot be set to ${severity}.`,
    hint: () => 'Delete the line; what this rule finds must be mended in the story.',
  }),
}
