/** @jsxImportSource hastscript */
import type { StoryView } from '../../pipeline/ast/story-view.ts'
import { address } from './address.tsx'

/** The address of a link in the text, which paper cannot follow. Its number counts from 1. */
export interface LinkNote {
  number: number
  url: string
}

/** The addresses of links as numbered notes at the end. */
export function linkNotes({ words }: StoryView, notes: readonly LinkNote[]) {
  if (notes.length === 0) return undefined
  return (
    <section class="link-notes">
      <h2>{words.links}</h2>
      <ul>
        {notes.map(({ number, url }) => (
          <li>
            <span class="link-number">[{String(number)}]</span> {address(url)}
          </li>
        ))}
      </ul>
    </section>
  )
}
