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
  'html/axe': defineRule<{ path: string; rule: string; message: string; element: string; views: string }>({
    severity: 'error',
    scope: 'story',
    description: 'axe-core finds something on a page that is in the way of readers with a disability (WCAG 2.2 A and AA, or good practice).',
    reason: ({ path, rule, message, element, views }) => `${path} is in the way of some readers (${views}): ${message} (axe-core: ${rule}), at ${element}.`,
    hint: () => 'If you changed a template or a stylesheet, look there. If not, this is a fault of Galley: please report it with the story.',
  }),
  'html/nu': defineRule<{ path: string; code: string; message: string; line: number | undefined; column: number | undefined }>({
    severity: 'error',
    scope: 'story',
    description: 'A page breaks the HTML standard, as the W3C’s own checker reads it.',
    reason: ({ path, code, message, line, column }) => `${[path, line, column].filter((part) => part !== undefined).join(':')} is not valid HTML: ${message.replace(/\.$/, '')} (Nu HTML checker: ${code}).`,
    hint: () => 'Simplify the block of the story that this is about; where the story is plain, mend the template in templates/html or templates/shared.',
  }),
  'html/nu-advice': defineRule<{ path: string; code: string; message: string; line: number | undefined; column: number | undefined }>({
    severity: 'warning',
    scope: 'story',
    description: 'The W3C’s own checker of HTML accepts a page and warns of something in it.',
    reason: ({ path, code, message, line, column }) => `${[path, line, column].filter((part) => part !== undefined).join(':')} is valid HTML, but: ${message.replace(/\.$/, '')} (Nu HTML checker: ${code}).`,
    hint: () => 'Simplify the block of the story that this is about; where the story is plain, mend the template in templates/html or templates/shared.',
  }),
  'html/json-ld': defineRule<{ path: string; property: string; what: string }>({
    severity: 'error',
    scope: 'story',
    description: 'The structured data of a page is not what schema.org and search engines ask of an article, or not what the story says.',
    reason: ({ path, property, what }) => `The structured data of ${path} is wrong in ${property}: ${what}.`,
    hint: () => 'If you changed a template, look there. If not, this is a fault of Galley: please report it with the story.',
  }),
  'html/json-ld-advice': defineRule<{ path: string; pictures: string; least: number }>({
    severity: 'warning',
    scope: 'story',
    description: 'The lead picture has so few pixels that search engines do not show it beside the story.',
    reason: ({ path, pictures, least }) => `The structured data of ${path} names pictures of fewer than ${least} pixels, which search engines leave out: ${pictures}.`,
    hint: () => 'Use a larger lead picture: at least 225 × 225 pixels, better 1200.',
  }),
}
