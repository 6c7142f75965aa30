import * as z from 'zod'
import type { Finding } from '../java/finding.ts'

const reportSchema = z.object({
  assertions: z.array(
    z.object({
      'earl:testSubject': z.object({ url: z.string() }),
      assertions: z.array(
        z.object({
          'earl:test': z.object({ 'earl:impact': z.string(), 'dct:title': z.string() }),
          'earl:result': z.object({ 'earl:outcome': z.string(), 'dct:description': z.string() }),
        }),
      ),
    }),
  ),
})

/** What Ace's report (EARL 1.0) holds against a book; critical and serious barriers are errors. Throws where it is no such report. */
export function readAceReport(report: unknown): Finding[] {
  return reportSchema.parse(report).assertions.flatMap(({ 'earl:testSubject': { url: file }, assertions }) =>
    assertions
      .filter(({ 'earl:result': result }) => result['earl:outcome'] === 'fail')
      .map(({ 'earl:test': test, 'earl:result': result }): Finding => ({
        severity: ['critical', 'serious'].includes(test['earl:impact']) ? 'error' : 'warning',
        code: test['dct:title'],
        message: result['dct:description'].replace(/\s+/g, ' ').trim(),
        file,
      })),
  )
}
