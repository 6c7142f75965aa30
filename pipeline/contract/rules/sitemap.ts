import { defineRule } from '../rule.ts'

/** Rules of the sitemaps. An error leaves the earlier ones as they were. */
export const sitemapRules = {
  'sitemap/invalid': defineRule<{ path: string; what: string }>({
    severity: 'error',
    scope: 'format',
    description: 'A sitemap or robots.txt breaks a rule of search engines, or says something else than the stories.',
    reason: ({ path, what }) => `${path} is not what search engines can take: ${what}.`,
    hint: () => 'This is a fault of Galley: please report it.',
  }),
}
