import type { Argument, Command, Option } from 'commander'
import { commands, exitCodes } from '../../pipeline/cli.ts'
import { table, type Entry } from './entry.ts'

/** Every command with its flags and exit codes, as the command line itself has them. */
export function commandEntries(): Entry[] {
  return commands().commands.map((command) => {
    const codes = Object.entries(exitCodes[command.name() as keyof typeof exitCodes]).map(([code, meaning]) => [code, meaning])
    const flags = command.options.map((option) => [`\`${option.flags}\``, option.description, unwritten(option)])
    const parts = [
      command.description(),
      `\`\`\`sh\nnpm run ${command.name()} ${command.usage()}\n\`\`\``,
      ...command.registeredArguments.map(argumentLine),
      table(['flag', 'what it does', 'left out'], flags),
      table(['exit code', 'what it means'], codes),
    ]
    return { name: command.name(), body: parts.join('\n\n'), also: longFlags(command), of: command.name() }
  })
}

function argumentLine(argument: Argument): string {
  return `\`<${argument.name()}>\`: one of ${(argument.argChoices ?? []).map((one) => `\`${one}\``).join(', ')}.`
}

function unwritten({ defaultValue, defaultValueDescription, negate, argChoices }: Option): string {
  const choices = argChoices ? `of ${argChoices.map((one) => `\`${one}\``).join(', ')}` : ''
  const text = negate || defaultValue === undefined ? '' : defaultValueDescription ?? `\`${String(defaultValue)}\``
  return [text, choices].filter(Boolean).join('; one ')
}

function longFlags({ options }: Command): string[] {
  return options.flatMap(({ long }) => long ?? [])
}
