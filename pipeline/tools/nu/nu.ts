import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as z from 'zod'
import type { Availability } from '../../contract/check.ts'
import { packageFolder } from '../installation.ts'
import type { Finding, JudgedBytes } from '../java/finding.ts'
import { inTemporaryFolder } from '../in-temporary-folder.ts'
import { installedTool } from '../java/installed-tool.ts'
import { findJava, runJava } from '../java/java.ts'
import { exceptions } from './exceptions.ts'

/** Version of the Nu HTML checker and its Java, `26.9.27, Java 17.0.15`, or what to install for it. Never throws. */
export async function nuVersion(environment = process.env): Promise<Availability> {
  const tool = installedTool('The Nu HTML checker', 'vnu-jar')
  if ('missing' in tool) return tool
  const java = await findJava('The Nu HTML checker', environment)
  return 'missing' in java ? java : { version: `${tool.version}, Java ${java.version}` }
}

/**
 * Let the Nu HTML checker, the W3C's own, judge pages in one virtual machine (https://validator.github.io/validator/): errors and
 * warnings, in the order of the pages, but for the written exceptions of that kind of page. Throws where it is not at hand or does not answer.
 */
export async function checkPages(pages: readonly JudgedBytes[], signal: AbortSignal, kind: 'html' | 'amp' = 'html'): Promise<readonly Finding[][]> {
  const java = await findJava('The Nu HTML checker')
  if ('missing' in java) throw new Error(java.missing)
  return inTemporaryFolder('nu', async (folder) => {
    const files = pages.map(({ bytes }, index) => ({ bytes, file: join(folder, `${index}.html`) }))
    for (const { file, bytes } of files) await writeFile(file, bytes)
    const jar = join(packageFolder('vnu-jar'), 'build', 'dist', 'vnu.jar')
    const args = ['-jar', jar, '--format', 'json', '--stdout', '--exit-zero-always', ...files.map(({ file }) => file)]
    const { messages } = reportSchema.parse(JSON.parse(await runJava(java, args, 60 + 2 * pages.length, signal)))
    const failure = messages.find(({ type }) => type === 'non-document-error')
    if (failure !== undefined) throw new Error(failure.message)
    const counting = messages.filter((message) => !isException(message, kind))
    return files.map(({ file }) => counting.filter(({ url }) => url !== undefined && fileURLToPath(url) === file).flatMap(findingOf))
  })
}

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
const reportSchema = z.object({ messages: z.array(messageSchema) })

function isException({ message, extract = '' }: z.infer<typeof messageSchema>, kind: 'html' | 'amp'): boolean {
  return exceptions[kind].some((exception) => exception.message.test(message) && (exception.about?.test(extract) ?? true))
}

function findingOf({ type, subType, message, firstLine, lastLine, firstColumn, lastColumn }: z.infer<typeof messageSchema>): Finding[] {
  if (type === 'info' && subType !== 'warning') return []
  const severity = type === 'info' ? 'warning' : 'error'
  const line = firstLine ?? lastLine
  const column = firstColumn ?? lastColumn
  // The checker has no codes: the kind of message stands for one.
  const code = subType ?? type
  return [{ severity, code, message, ...(line ? { line } : {}), ...(column ? { column } : {}) }]
}
