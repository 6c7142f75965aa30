import * as z from 'zod'

/** What the feeds hold. */
export const feedOptions = z.strictObject({
  /** Stories in each, the newest. */
  items: z.int().min(1).max(500).default(30),
  /** `full`: what is free of each story; `summary`: its standfirst. */
  text: z.enum(['full', 'summary']).default('full'),
})
export type FeedOptions = z.infer<typeof feedOptions>
