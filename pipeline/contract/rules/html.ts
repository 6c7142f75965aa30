import { defineRule } from '../rule.ts'

/** Rules of the HTML renderer. */
export const htmlRules = {
  'html/invalid': defineRule<{ path: string; rule: string; message: string; line: number; column: number }>({
    severity: 'error',
    scope: 'story',
    description: 'A page breaks the HTML standard or a rule of accessibility, so that some browsers or readers may not get all of it.',
    reason: ({ path, rule, message, line, column }) => `${path} at ${line}:${column} is not valid HTML: ${message} (html-validate: ${rule}).`,
    hint: () => 'Simplify the block of the story that this is about; where the story is plain, mend the template in templates/html or templates/shared.',
  }),
}
