import { defineRule } from '../rule.ts'

const template = () => 'If you changed a template in templates/kills or templates/shared, look there. If not, this is a fault of Galley: please report it.'

/** Rules of what is left of killed stories. An error leaves nothing in their place: what stood of them is gone all the same. */
export const killsRules = {
  'kills/invalid': defineRule<{ path: string; what: string }>({
    severity: 'error',
    scope: 'format',
    description: 'The page in the place of a killed story, the list of killed stories or a server map is not what readers, clients or servers can take.',
    reason: ({ path, what }) => `${path} is not what it must be: ${what}.`,
    hint: template,
  }),
  'kills/axe': defineRule<{ path: string; rule: string; message: string; element: string; views: string }>({
    severity: 'error',
    scope: 'format',
    description: 'axe-core finds something on the page in the place of a killed story that is in the way of readers with a disability (WCAG 2.2 A and AA, or good practice).',
    reason: ({ path, rule, message, element, views }) => `${path} is in the way of some readers (${views}): ${message} (axe-core: ${rule}), at ${element}.`,
    hint: template,
  }),
  'kills/nu': defineRule<{ path: string; code: string; message: string; line: number; column: number }>({
    severity: 'error',
    scope: 'format',
    description: 'The page in the place of a killed story breaks the HTML standard, as the W3C’s own checker reads it.',
    reason: ({ path, code, message, line, column }) => `${path}:${line}:${column} is not valid HTML: ${message.replace(/\.$/, '')} (Nu HTML checker: ${code}).`,
    hint: template,
  }),
  'kills/nu-advice': defineRule<{ path: string; code: string; message: string; line: number; column: number }>({
    severity: 'warning',
    scope: 'format',
    description: 'The W3C’s own checker of HTML accepts the page in the place of a killed story and warns of something in it.',
    reason: ({ path, code, message, line, column }) => `${path}:${line}:${column} is valid HTML, but: ${message.replace(/\.$/, '')} (Nu HTML checker: ${code}).`,
    hint: template,
  }),
}
