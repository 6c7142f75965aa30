/** @jsxImportSource hastscript */
import type { StoryView } from '../../pipeline/ast/story-view.ts'
import { byline } from '../shared/byline.tsx'
import { contributors, follow, readMore, rights } from '../shared/story-footer.tsx'

/** The text of a story as a feed carries it, all but its headline. Feed readers have a look of their own: no class and no id of it is kept. */
export function item(view: StoryView, address: string) {
  const { language, direction, publication } = view
  const isAnother = language !== publication.language || direction === 'rtl'
  return isAnother ? <div lang={language} dir={direction}>{text(view, address)}</div> : text(view, address)
}

function text(view: StoryView, address: string) {
  const { label, lead, standfirst, body, gate, corrections, words } = view
  const kicker = view.kicker === label?.text ? undefined : view.kicker
  return [
    label || kicker ? <p>{label ? <strong>{label.text}</strong> : undefined}{label && kicker ? ' · ' : undefined}{kicker}</p> : undefined,
    lead,
    standfirst.length > 0 ? <p><strong>{standfirst}</strong></p> : undefined,
    byline(view),
    body,
    gate ? <p><em>{gate.text}</em> <a href={address}>{view.headline}</a></p> : undefined,
    corrections.length > 0 ? <h2>{words.corrections}</h2> : undefined,
    ...corrections.map(({ label: type, date, text: prose }) => <p><strong>{type}</strong> <time datetime={date.iso}>{date.text}</time> {prose}</p>),
    contributors(view),
    follow(view),
    readMore(view),
    rights(view),
  ]
}
