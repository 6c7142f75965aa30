/** @jsxImportSource hastscript */
import type { StoryView } from '../../pipeline/ast/story-view.ts'
import { byline } from '../shared/byline.tsx'
import { contributors, follow, readMore, rights } from '../shared/story-footer.tsx'

/** The text of a story as a feed carries it, all but its headline. Feed readers have a look of their own: no class and no id of it is kept. */
export function item(view: StoryView, address: string) {
  return inItsLanguage(view, text(view, address))
}

/** What stands for the text of a corrected story in a feed of summaries. */
export function correctedSummary(view: Wrapped & Corrected & { standfirst?: string }) {
  return inItsLanguage(view, [view.standfirst === undefined ? undefined : <p>{view.standfirst}</p>, ...corrected(view)])
}

type Wrapped = Pick<StoryView, 'language' | 'direction'> & { publication: Pick<StoryView['publication'], 'language'> }
type Corrected = Pick<StoryView, 'corrections' | 'words'>

function inItsLanguage({ language, direction, publication }: Wrapped, content: ReturnType<typeof text>) {
  const isAnother = language !== publication.language || direction === 'rtl'
  return isAnother ? <div lang={language} dir={direction}>{content}</div> : content
}

function text(view: StoryView, address: string) {
  const { label, lead, standfirst, body, gate } = view
  const kicker = view.kicker === label?.text ? undefined : view.kicker
  return [
    label || kicker ? <p>{label ? <strong>{label.text}</strong> : undefined}{label && kicker ? ' · ' : undefined}{kicker}</p> : undefined,
    lead,
    standfirst.length > 0 ? <p><strong>{standfirst}</strong></p> : undefined,
    byline(view),
    body,
    gate ? <p><em>{gate.text}</em> <a href={address}>{view.headline}</a></p> : undefined,
    ...corrected(view),
    contributors(view),
    follow(view),
    readMore(view),
    rights(view),
  ]
}

function corrected({ corrections, words }: Corrected) {
  if (corrections.length === 0) return []
  return [
    <h2>{words.corrections}</h2>,
    ...corrections.map(({ label, date, text: prose }) => <p><strong>{label}</strong> <time datetime={date.iso}>{date.text}</time> {prose}</p>),
  ]
}
