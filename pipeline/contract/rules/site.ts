import { defineRule } from '../rule.ts'

const template = () => 'If you changed a template in templates/site or templates/shared, look there. If not, this is a fault of Galley: please report it.'

/** Rules of the pages around the stories. An error leaves the earlier pages as they were. */
export const siteRules = {
  'site/invalid': defineRule<{ path: string; rule: string; message: string; line: number; column: number }>({
    severity: 'error',
    scope: 'format',
    description: 'A front page, section page or one of their kind breaks the HTML standard or a rule of accessibility.',
    reason: ({ path, rule, message, line, column }) => `${path} at ${line}:${column} is not valid HTML: ${message} (html-validate: ${rule}).`,
    hint: template,
  }),
  'site/json-ld': defineRule<{ path: string; what: string }>({
    severity: 'error',
    scope: 'format',
    description: 'The structured data of a front or section page is not what schema.org and search engines ask of a site, or not what the page shows.',
    reason: ({ path, what }) => `The structured data of ${path} is wrong: ${what}.`,
    hint: template,
  }),
  'site/axe': defineRule<{ path: string; rule: string; message: string; element: string; views: string }>({
    severity: 'error',
    scope: 'format',
    description: 'axe-core finds something on a page around the stories that is in the way of readers with a disability (WCAG 2.2 A and AA, or good practice).',
    reason: ({ path, rule, message, element, views }) => `${path} is in the way of some readers (${views}): ${message} (axe-core: ${rule}), at ${element}.`,
    hint: template,
  }),
  'site/nu': defineRule<{ path: string; code: string; message: string; line: number; column: number }>({
    severity: 'error',
    scope: 'format',
    description: 'A page around the stories breaks the HTML standard, as the W3C’s own checker reads it.',
    reason: ({ path, code, message, line, column }) => `${path}:${line}:${column} is not valid HTML: ${message.replace(/\.$/, '')} (Nu HTML checker: ${code}).`,
    hint: template,
  }),
  'site/nu-advice': defineRule<{ path: string; code: string; message: string; line: number; column: number }>({
    severity: 'warning',
    scope: 'format',
    description: 'The W3C’s own checker of HTML accepts a page around the stories and warns of something in it.',
    reason: ({ path, code, message, line, column }) => `${path}:${line}:${column} is valid HTML, but: ${message.replace(/\.$/, '')} (Nu HTML checker: ${code}).`,
    hint: template,
  }),
  'site/old-address-taken': defineRule<{ address: string; by: string }>({
    severity: 'warning',
    scope: 'format',
    description: 'An earlier address of a story is the address of something else by now, so that no redirect can stand there.',
    reason: ({ address, by }) => `The earlier address "${address}" of this story is that of ${by}, so nothing leads on from there.`,
    hint: () => 'Take it out of formerly:, or give the other story another slug.',
  }),
}
