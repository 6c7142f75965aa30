import { rootHref } from '../../ast/addresses.ts'
import type { Edition } from '../../ast/edition.ts'
import { tombstonesOf } from './plan-kills.ts'

/** Addresses that are gone, as servers see them, decoded, and the page to show with the answer. */
export interface Gone {
  /** A regular expression over the path. */
  pattern: string
  /** Path of the tombstone; absent where the publication makes no pages. */
  page?: string
}

/**
 * All that is gone: the folder of each story with everything that ever lay in it, the folder of its complete copies, and its earlier
 * addresses. The first that fits counts.
 */
export function goneOf(edition: Pick<Edition, 'killed' | 'publication'>): Gone[] {
  const base = decodeURIComponent(rootHref(edition.publication, ''))
  const pages = tombstonesOf(edition)
  return edition.killed.flatMap(({ slug, path, formerly }) => {
    const own = pages.filter(({ story }) => story.slug === slug)
    const [page, amp] = [own.find(({ isAmp }) => !isAmp), own.find(({ isAmp }) => isAmp)]
    const shown = page ?? amp
    const at = (folder: string, tombstone = shown): Gone => ({ pattern: `^${escape(base)}${folder}(?:/|$)`, ...(tombstone ? { page: `${base}${tombstone.file.path}` } : {}) })
    return [...(amp ? [at(`${escape(path)}/amp`, amp)] : []), at(`(?:private/)?${escape(path)}`), ...formerly.map((old) => at(escape(old)))]
  })
}

/** https://nginx.org/en/docs/http/ngx_http_map_module.html: to be included in `http`; the value is the page to show. A named location is not asked again whether it is gone. */
export function nginxMap(gone: readonly Gone[]): string {
  const lines = gone.map(({ pattern, page = '/410' }) => `  "~${pattern}" "${page}";\n`)
  return `# Addresses of stories that have been withdrawn: they answer 410 Gone. Made by Galley.\n${nginxUse}map $uri $galley_gone {\n  default "";\n${lines.join('')}}\n`
}

const nginxUse = `# Include this in http, and in the server:
#   if ($galley_gone) { return 410; }
#   error_page 410 @galley_gone;
#   location @galley_gone { rewrite ^ $galley_gone break; }
`

/**
 * https://httpd.apache.org/docs/2.4/mod/mod_rewrite.html: to be included in a `VirtualHost`. The page that is shown with the answer is not gone
 * itself. Of two sections the later one counts, so the AMP folder comes after the folder that it lies in.
 */
export function apacheRules(gone: readonly Gone[]): string {
  const rules = gone.toReversed().map(({ pattern, page }) => `<LocationMatch "${pattern}">\n  RewriteCond "%{ENV:REDIRECT_STATUS}" "^$"\n  RewriteRule "^" "-" [G]\n${page === undefined ? '' : `  ErrorDocument 410 "${page}"\n`}</LocationMatch>\n`)
  return `# Addresses of stories that have been withdrawn: they answer 410 Gone. Made by Galley.\nRewriteEngine On\n${rules.join('')}`
}

function escape(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
}
