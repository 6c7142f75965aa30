import { defineRule } from '../rule.ts'

/** Rules of the AMP renderer. */
export const ampRules = {
  'amp/invalid': defineRule<{ path: string; code: string; message: string; line: number; column: number }>({
    severity: 'error',
    scope: 'story',
    description: 'The AMP project’s own validator refuses a page, so that no cache would serve it as AMP.',
    reason: ({ path, code, message, line, column }) => `${path} at ${line}:${column} is not valid AMP: ${message} (${code}).`,
    hint: () => 'Simplify the block of the story that this is about; where the story is plain, mend the template in templates/amp or templates/shared.',
  }),
  'amp/warning': defineRule<{ path: string; code: string; message: string; line: number; column: number }>({
    severity: 'warning',
    scope: 'format',
    description: 'The AMP project’s own validator accepts a page and advises against something in it.',
    reason: ({ path, code, message, line, column }) => `${path} at ${line}:${column} is valid AMP, but: ${message} (${code}).`,
    hint: () => 'Nothing is lost for readers; mend the template when there is time.',
  }),
  'amp/styles-too-large': defineRule<{ bytes: number; limit: number }>({
    severity: 'error',
    scope: 'format',
    description: 'The styles of an AMP page are larger than AMP allows.',
    reason: ({ bytes, limit }) => `The styles of the AMP page have ${bytes} bytes; AMP allows ${limit}.`,
    hint: () => 'Shorten templates/amp/amp.css or the shared stylesheets in templates/shared.',
  }),
  'amp/embed-as-card': defineRule<{ url: string }>({
    severity: 'info',
    scope: 'format',
    isLoss: true,
    description: 'AMP has no element for an embed, so that its words and its address stand for it.',
    reason: ({ url }) => `AMP has no element for ${url}, so the AMP page shows the embed’s words and its address.`,
    hint: () => 'Nothing needs to be done; readers can follow the address.',
  }),
  'amp/axe': defineRule<{ path: string; rule: string; message: string; element: string; views: string }>({
    severity: 'error',
    scope: 'story',
    description: 'axe-core finds something on a page that is in the way of readers with a disability (WCAG 2.2 A and AA, or good practice).',
    reason: ({ path, rule, message, element, views }) => `${path} is in the way of some readers (${views}): ${message} (axe-core: ${rule}), at ${element}.`,
    hint: () => 'If you changed a template or a stylesheet, look there. If not, this is a fault of Galley: please report it with the story.',
  }),
  'amp/nu': defineRule<{ path: string; code: string; message: string; line: number | undefined; column: number | undefined }>({
    severity: 'error',
    scope: 'story',
    description: 'An AMP page breaks the HTML standard, as the W3C’s own checker reads it.',
    reason: ({ path, code, message, line, column }) => `${[path, line, column].filter((part) => part !== undefined).join(':')} is not valid HTML: ${message.replace(/\.$/, '')} (Nu HTML checker: ${code}).`,
    hint: () => 'Simplify the block of the story that this is about; where the story is plain, mend the template in templates/amp or templates/shared.',
  }),
  'amp/nu-advice': defineRule<{ path: string; code: string; message: string; line: number | undefined; column: number | undefined }>({
    severity: 'warning',
    scope: 'story',
    description: 'The W3C’s own checker of HTML accepts an AMP page and warns of something in it.',
    reason: ({ path, code, message, line, column }) => `${[path, line, column].filter((part) => part !== undefined).join(':')} is valid HTML, but: ${message.replace(/\.$/, '')} (Nu HTML checker: ${code}).`,
    hint: () => 'Simplify the block of the story that this is about; where the story is plain, mend the template in templates/amp or templates/shared.',
  }),
  'amp/json-ld': defineRule<{ path: string; property: string; what: string }>({
    severity: 'error',
    scope: 'story',
    description: 'The structured data of a page is not what schema.org and search engines ask of an article, or not what the story says.',
    reason: ({ path, property, what }) => `The structured data of ${path} is wrong in ${property}: ${what}.`,
    hint: () => 'If you changed a template, look there. If not, this is a fault of Galley: please report it with the story.',
  }),
  'amp/json-ld-advice': defineRule<{ path: string; pictures: string; least: number }>({
    severity: 'warning',
    scope: 'story',
    description: 'The lead picture has so few pixels that search engines do not show it beside the story.',
    reason: ({ path, pictures, least }) => `The structured data of ${path} names pictures of fewer than ${least} pixels, which search engines leave out: ${pictures}.`,
    hint: () => 'Use a larger lead picture: at least 225 × 225 pixels, better 1200.',
  }),
}
