import { directiveKinds } from '../../pipeline/parse/body/directives/directive-kinds.ts'
import { table, type Entry } from './entry.ts'

const labels = { none: 'It has no label in square brackets.', optional: 'The label in square brackets may be left out.', required: 'The label in square brackets is **required**.' } as const

/** Every directive with its attributes. */
export function directiveEntries(): Entry[] {
  return Object.entries(directiveKinds).map(([word, { form, description, plain, attributes, required, label, example }]) => {
    const name = `${form === 'leaf' ? '::' : ':::'}${word}`
    const rows = Object.entries(attributes).map(([attribute, what]) => [`\`${attribute}\``, what, required.includes(attribute) ? '**required**' : ''])
    const written = form === 'leaf' ? example : example.replace(/ and below it (.*), then :::$/, '\n$1\n:::')
    const parts = [description, `\`\`\`markdown\n${written}\n\`\`\``, ...(plain ? [`In plain Markdown: \`${plain}\`.`] : []), labels[label], ...(rows.length > 0 ? [table(['attribute', 'what it is', ''], rows)] : [])]
    return { name, body: parts.join('\n\n'), also: Object.keys(attributes).map((attribute) => `${word}.${attribute}`) }
  })
}
