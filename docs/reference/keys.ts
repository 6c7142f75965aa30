import type { DescribedKey } from '../../pipeline/yaml/described.ts'
import { table, type Entry } from './entry.ts'

/** Keys of a file, each with its own heading. */
export function keyEntries(keys: readonly DescribedKey[]): Entry[] {
  return keys.map((one) => {
    const inner = one.form.keys ?? []
    const parts = [one.description, facts(one), ...(inner.length > 0 ? [innerTable(one.name, inner)] : [])]
    return { name: one.name, body: parts.join('\n\n'), also: inner.map(({ name }) => `${one.name}.${name}`) }
  })
}

/** Its form, whether it must be there, and what its absence means. */
function facts({ form, required, unwritten }: DescribedKey): string {
  return [`Form: ${formOf(form)}.`, ...(required ? [`**Required${required === 'always' ? '' : ` ${required}`}.**`] : []), ...(unwritten ? [`Left out: ${value(unwritten, form)}.`] : [])].join(' ')
}

function formOf({ words, choice }: DescribedKey['form']): string {
  return choice ? choice.map((one) => `\`${one}\``).join(', ').replace(/, (`[^`]+`)$/, ' or $1') : words
}

/** A value that could be written is set as such. */
function value(unwritten: string, { choice }: DescribedKey['form']): string {
  return choice?.includes(unwritten) || unwritten === 'UTC' ? `\`${unwritten}\`` : unwritten
}

function innerTable(parent: string, keys: readonly DescribedKey[]): string {
  return table(['key', 'what it is', 'form', 'left out'], keys.map(({ name, description, form, required, unwritten }) => [
    `\`${parent}.${name}\``, description, formOf(form), required === 'always' ? '**required**' : required ? `**required** ${required}` : unwritten ? value(unwritten, form) : 'nothing',
  ]))
}
