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
}
