/**
 * Class of what is not free: on the complete copy of a gated story the blocks behind the paywall, on its public page the notice that
 * stands for them (`templates/shared/gate.tsx`). The story's JSON-LD names it.
 */
export const closedClass = 'paid'
