import * as z from 'zod'

/** How many stories stand where. */
export const siteOptions = z.strictObject({
  top: z.int().min(1).max(20).default(8).describe('How many stories lead the front page, the first of them large.'),
  block: z.int().min(1).max(20).default(5).describe('How many stand in the block of each section below.'),
  section: z.int().min(1).max(500).default(60).describe('How many stand on the page of a section.'),
})
export type SiteOptions = z.infer<typeof siteOptions>
