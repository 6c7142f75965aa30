import type { Publication } from '../../ast/publication.ts'

const rule = /^(User-agent: (\*|[A-Za-z_-]+)|(Dis)?[Aa]llow:( \/.*)?|Sitemap: \S+)?$/

/** What in a robots.txt is against RFC 9309, or keeps robots from the sitemaps. */
export function robotsFaults(text: string, { url }: Pick<Publication, 'url'>): string[] {
  const lines = text.split('\n')
  const maps = lines.flatMap((line) => /^Sitemap: (.+)$/.exec(line)?.[1] ?? [])
  const [group = ''] = text.split(/\n\n(?=Sitemap)/)
  return [
    ...lines.filter((line) => !rule.test(line)).map((line) => `"${line}" is no rule of RFC 9309`),
    ...(/^User-agent: \*$/m.test(group) ? [] : ['no group is for every robot']),
    ...maps.filter((address) => !address.startsWith(`${url}/`)).map((address) => `the sitemap "${address}" is not of this publication`),
    ...(Buffer.byteLength(text) > 512_000 ? ['it is larger than the 500 KiB that robots must read'] : []),
  ]
}
