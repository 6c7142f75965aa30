import { checkDateTime } from '../../../yaml/check-date-time.ts'
import { type DirectiveKind, ownFields } from './directive.ts'
import { titleOf } from './title.ts'

/** One entry of a live story, with its time. */
export const update: DirectiveKind = {
  form: 'container',
  description: 'One entry of a live story (`tone: live`). Entries that follow one another are shown newest first, however they were written.',
  attributes: {
    time: 'When it was written, with its zone.',
  },
  required: ['time'],
  label: 'optional',
  example: ':::update[Title]{time=2026-11-23T09:00:00+01:00} and below it the text, then :::',
  read: (directive, state) => {
    const found = directive.attributes.get('time') ?? ''
    const verdict = checkDateTime(found, state.timezone)
    if ('problem' in verdict) {
      const rule = verdict.problem === 'no-zone' ? 'date-without-zone' : 'unreadable-date'
      state.report(rule, directive.placeOf('time'), { found, suggestion: verdict.suggestion })
    }
    if (state.tone !== 'live') state.report('update-outside-live', directive.place, { tone: state.tone })
    const blocks = state.flow(directive.children)
    const title = titleOf(directive, state)
    // Without a time it has no place among the others; its words stay, in the place where they were written.
    if ('problem' in verdict) return blocks
    if (blocks.length + title.length === 0) state.report('empty-container', directive.place, { directive: directive.name })
    return [{ type: 'update', time: verdict.value, children: [...title, ...blocks], ...ownFields(directive) }]
  },
}
