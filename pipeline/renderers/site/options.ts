import * as z from 'zod'

/** How many stories stand where. */
export const siteOptions = z.strictObject({
  /** Over the fold of the front page, the first of them large. */
  top: z.int().min(1).max(20).default(8),
  /** In the block of each section below. */
  block: z.int().min(1).max(20).default(5),
  /** On a section's page; older ones are found by search. */
  section: z.int().min(1).max(500).default(60),
})
export type SiteOptions = z.infer<typeof siteOptions>
