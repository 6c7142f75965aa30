import * as z from 'zod'
import { papers } from '../../../templates/pdf/paper.ts'

/** `formats.pdf` in `publication.yml`. */
export const PdfOptions = z.strictObject({
  page: z.enum(papers).default('A4').describe('The paper.'),
  columns: z.enum(['auto', 'one', 'two']).default('auto').describe('Columns of text; auto chooses by the length of the story.'),
  browser: z.string().optional().describe('Path of the Chromium or Chrome that prints; found by itself when absent.'),
  seconds: z.coerce.number().int().min(1).max(600).default(60).describe('How long printing one story may take, in seconds.'),
})
export type PdfOptions = z.infer<typeof PdfOptions>
