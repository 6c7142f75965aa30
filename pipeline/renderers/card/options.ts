import * as z from 'zod'
import { socialSizes } from './card-sizes.ts'

/** `formats.card` in `publication.yml`. The cover of its EPUB is drawn whatever it says. */
export const cardOptions = z.strictObject({ sizes: z.array(z.enum(socialSizes)).default([...socialSizes]).describe('Which cards each story gets.') })
export type CardOptions = z.infer<typeof cardOptions>
