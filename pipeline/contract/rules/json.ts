import { defineRule } from '../rule.ts'

/** Rules of the canonical tree as a file. */
export const jsonRules = {
  'json/invalid': defineRule<{ path: string; message: string }>({
    severity: 'error',
    scope: 'story',
    fixed: true,
    description: 'article.json does not follow its own schema.',
    reason: ({ path, message }) => `article.json breaks its schema at ${path}: ${message}.`,
    hint: () => 'This is a bug of ours: please report it together with the story.',
  }),
}
