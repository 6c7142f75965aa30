import { fileURLToPath } from 'node:url'
import * as z from 'zod'
import type { Finding } from '../java/finding.ts'
import { exceptions, type PageKind } from './exceptions.ts'

/** https://github.com/validator/validator/wiki/Output-»-JSON */
const messageSchema = z.object({
  type: z.string(),
  subType: z.string().optional(),
  message: z.string(),
  url: z.string().optional(),
  lastLine: z.number().optional(),
  firstLine: z.number().optional(),
  firstColumn: z.number().optional(),
  lastColumn: z.number().optional(),
  extract: z.string().optional(),
})
type Message = z.infer<typeof messageSchema>
const reportSchema = z.object({ messages: z.array(messageSchema) })

/**
 * What the JSON report of the Nu HTML checker holds against the files that it was given, in their order, but for the written exceptions.
 * Throws where it is no such report, the checker itself has failed, or something is said of none of the files.
 */
export function readNuReport(text: string, files: readonly { file: string; kind: PageKind }[]): Finding[][] {
  const { messages } = reportSchema.parse(JSON.parse(text))
  const failure = messages.find(({ type }) => type === 'non-document-error')
  if (failure !== undefined) throw new Error(failure.message)
  const byFile = new Map(files.map(({ file }): [string, Message[]] => [file, []]))
  for (const message of messages) {
    const about = byFile.get(message.url === undefined ? '' : fileURLToPath(message.url))
    if (about === undefined) throw new Error(`Expected every message to be about a page, found one about ${message.url ?? 'none'}: ${message.message}`)
    about.push(message)
  }
  return files.map(({ file, kind }) => (byFile.get(file) ?? []).filter((message) => !isException(message, kind)).flatMap(findingOf))
}

function isException({ message, extract = '' }: Message, kind: PageKind): boolean {
  return exceptions[kind].some((exception) => exception.message.test(message) && (exception.about?.test(extract) ?? true))
}

function findingOf({ type, subType, message, firstLine, lastLine, firstColumn, lastColumn }: Message): Finding[] {
  if (type === 'info' && subType !== 'warning') return []
  const severity = type === 'info' ? 'warning' : 'error'
  const line = firstLine ?? lastLine
  const column = firstColumn ?? lastColumn
  // The checker has no codes: the kind of message stands for one.
  const code = subType ?? type
  return [{ severity, code, message, ...(line ? { line } : {}), ...(column ? { column } : {}) }]
}
