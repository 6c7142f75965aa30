import type { DirectiveKind } from './directive.ts'

/** The end of the free part: a place between two blocks, and no block itself. */
export const paywall: DirectiveKind = {
  form: 'leaf',
  description: 'The end of what is free in a story whose `access` is not `free`. At most once. Without it, two blocks are free.',
  attributes: {},
  required: [],
  label: 'none',
  example: '::paywall',
  read: ({ name, place, id }, state) => {
    const parent = state.parents.at(-2)
    if (id !== undefined) state.report('unneeded-id', place, { directive: name })
    if (parent !== undefined) state.report('misplaced-paywall', place, { parent })
    else if (state.paywall) state.report('repeated-paywall', place, { line: state.paywall.line })
    else state.paywall = { line: place.line ?? 0 }
    return []
  },
}
