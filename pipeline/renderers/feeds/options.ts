import * as z from 'zod'

/** What the feeds hold. */
export const feedOptions = z.strictObject({
  items: z.int().min(1).max(500).default(30).describe('How many stories each feed has, the newest.'),
  text: z.enum(['full', 'summary']).default('full').describe('What of each story: all that is free of it, or its standfirst.'),
})
export type FeedOptions = z.infer<typeof feedOptions>
