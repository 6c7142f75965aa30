import type { BreadcrumbList, CollectionPage, Graph, ItemList, NewsMediaOrganization, WebSite } from 'schema-dts'
import { publicUrl } from '../../ast/addresses.ts'
import type { EditionStory } from '../../ast/edition.ts'
import type { Publication, Section } from '../../ast/publication.ts'
import type { SizedImage } from '../../markup/json-ld.ts'
import { sectionPage } from './plan-site.ts'

/** The front page for search engines: the site, who publishes it, and the stories in their order. */
export function frontJsonLd(stories: readonly EditionStory[], publication: Publication, logo?: SizedImage): Graph {
  const { name, url, language, social } = publication
  const accounts = Object.values(social).filter((account) => /^https?:\/\//.test(account))
  const publisher: NewsMediaOrganization = {
    '@type': 'NewsMediaOrganization', '@id': `${url}/#publisher`, name, url: `${url}/`,
    ...(logo ? { logo: { '@type': 'ImageObject', url: logo.url, width: String(logo.width), height: String(logo.height) } } : {}),
    ...(accounts.length > 0 ? { sameAs: accounts } : {}),
  }
  const site: WebSite = { '@type': 'WebSite', '@id': `${url}/#website`, name, url: `${url}/`, inLanguage: language, publisher: { '@id': `${url}/#publisher` } }
  return { '@context': 'https://schema.org', '@graph': [site, publisher, itemList(`${url}/#stories`, stories)] }
}

/** A section's page for search engines: the collection, the way to it, and its stories in their order. */
export function sectionJsonLd({ id, name }: Section, stories: readonly EditionStory[], publication: Publication): Graph {
  const { url: home, language } = publication
  const url = publicUrl(publication, sectionPage(id).path)
  const page: CollectionPage = { '@type': 'CollectionPage', '@id': url, name, url, inLanguage: language, isPartOf: { '@type': 'WebSite', '@id': `${home}/#website`, name: publication.name, url: `${home}/` }, mainEntity: { '@id': `${url}#stories` } }
  const way: BreadcrumbList = {
    '@type': 'BreadcrumbList',
    itemListElement: [{ '@type': 'ListItem', position: 1, name: publication.name, item: `${home}/` }, { '@type': 'ListItem', position: 2, name, item: url }],
  }
  return { '@context': 'https://schema.org', '@graph': [page, way, itemList(`${url}#stories`, stories)] }
}

function itemList(id: string, stories: readonly EditionStory[]): ItemList {
  return { '@type': 'ItemList', '@id': id, numberOfItems: stories.length, itemListElement: stories.map(({ url, headline }, index) => ({ '@type': 'ListItem', position: index + 1, url, name: headline })) }
}
