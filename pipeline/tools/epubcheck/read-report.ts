import * as z from 'zod'
import type { Finding } from '../java/finding.ts'

const reportSchema = z.object({
  messages: z.array(
    z.object({
      ID: z.string(),
      severity: z.string(),
      message: z.string(),
      locations: z.array(z.object({ path: z.string(), line: z.number(), column: z.number() })),
    }),
  ),
})

/**
 * What EPUBCheck's JSON report holds against the book that lay at `book` when it was judged; what it tells of usage is no finding. Throws
 * where it is no such report.
 */
export function readReport(text: string, book: string): Finding[] {
  const { messages } = reportSchema.parse(JSON.parse(text))
  return messages.flatMap(({ ID: code, severity, message, locations }) => {
    const weight = weights[severity]
    if (weight === undefined) return []
    const places = locations.length > 0 ? locations : [{ path: '', line: -1, column: -1 }]
    return places.map(({ path, line, column }) => ({
      severity: weight,
      code,
      message,
      // What is wrong with the container itself is told of the book, by a path that nobody but us knows.
      ...(path === '' || path === book ? {} : { file: path }),
      ...(line > 0 ? { line } : {}),
      ...(column > 0 ? { column } : {}),
    }))
  })
}

const weights: Readonly<Partial<Record<string, Finding['severity']>>> = { FATAL: 'error', ERROR: 'error', WARNING: 'warning' }
