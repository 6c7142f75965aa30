import { defineRule } from '../rule.ts'

/** Rules of the feeds. An error leaves the earlier feeds as they were. */
export const feedRules = {
  'feeds/invalid': defineRule<{ path: string; what: string }>({
    severity: 'error',
    scope: 'format',
    description: 'A feed breaks a rule of its own specification, or says something else than its stories.',
    reason: ({ path, what }) => `${path} is no feed that every reader can take: ${what}.`,
    hint: () => 'If you changed templates/feeds, look there. If not, this is a fault of Galley: please report it.',
  }),
}
