import * as z from 'zod'
import type { Renderer } from '../../pipeline/contract/renderer.ts'
import { table, type Entry } from './entry.ts'

/** What may stand below `formats:`, from the options’ own schemas. */
export function formatEntries(renderers: readonly Renderer[]): Entry[] {
  return renderers.map(({ name, title, options, always }) => {
    const known = Object.entries(Options.parse(z.toJSONSchema(options, { io: 'input' })).properties)
    const what = `${title}.${always ? ' Every story has it, whether it is listed or not.' : ''}`
    const body = known.length === 0 ? `${what} It has no options.` : `${what}\n\n${table(['option', 'what it is', 'form', 'left out'], known.map(([option, facts]) => row(name, option, facts)))}`
    return { name: `formats.${name}`, body, also: known.map(([option]) => `formats.${name}.${option}`) }
  })
}

const Option = z.object({
  description: z.string(),
  default: z.unknown().optional(),
  type: z.string().optional(),
  enum: z.array(z.string()).optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  items: z.object({ enum: z.array(z.string()).optional() }).optional(),
})
const Options = z.object({ properties: z.record(z.string(), Option) })

function row(format: string, option: string, facts: z.infer<typeof Option>): string[] {
  const { description, default: unwritten } = facts
  return [`\`formats.${format}.${option}\``, description, formOf(facts), unwritten === undefined ? 'nothing' : `\`${Array.isArray(unwritten) ? `[${unwritten.join(', ')}]` : String(unwritten)}\``]
}

function formOf({ type, enum: choice, items, minimum, maximum }: z.infer<typeof Option>): string {
  if (choice) return words(choice)
  if (items?.enum) return `a list of ${words(items.enum)}`
  if (type === 'array') return 'a list'
  return minimum === undefined ? 'text' : `a whole number from ${minimum} to ${maximum}`
}

function words(choice: readonly string[]): string {
  return choice.map((one) => `\`${one}\``).join(', ')
}
