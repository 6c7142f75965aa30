import type { EditionStory } from '../ast/edition.ts'
import type { Link } from '../ast/small-types.ts'
import type { EditionContext, PlannedEditionFile } from '../contract/edition.ts'
import { hashOfValue } from './observed.ts'
import type { Rights } from './picture-desk.ts'
import { materials, type MaterialParts } from './render-context.ts'

/** What an edition's context is made from. */
export interface EditionContextParts extends Omit<MaterialParts, 'rights'> {
  stories: readonly EditionStory[]
  planned: readonly PlannedEditionFile[]
  links: readonly Link[]
  made: EditionContext['made']
}

/** The context of one renderer for the edition: the only door from it to anything outside. */
export function editionContext({ stories, planned, links, made, ...parts }: EditionContextParts): EditionContext {
  const { observed } = parts
  return {
    ...materials({ ...parts, rights: rightsOfLeads(stories) }),
    planned,
    links(rel) {
      const own = linksAs(rel, links)
      observed.promised[rel] ??= hashOfValue(own)
      return own
    },
    made,
  }
}

/** What is promised as one thing. */
export function linksAs(rel: string, links: readonly Link[]): readonly Link[] {
  return links.filter((link) => link.rel === rel)
}

/** Credit and copyright of the lead pictures, by their sha256: what is written into every variant of them. */
function rightsOfLeads(stories: readonly EditionStory[]): ReadonlyMap<string, Rights> {
  const rights = new Map<string, Rights>()
  for (const { lead } of stories) {
    if (lead === undefined || rights.has(lead.picture.sha256)) continue
    const { credit, copyright } = lead
    rights.set(lead.picture.sha256, { ...(credit ? { credit } : {}), ...(copyright ? { copyright } : {}) })
  }
  return rights
}
