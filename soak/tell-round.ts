import type { Told } from './round.ts'

/** One row of the table. */
export interface Row extends Told {
  newspaper: string
  round: number
  seconds: number
}

/** The head of the table, in Markdown. */
export const tableHead = ['| newspaper | round | what happened to the source | what happened to the publish | what the last one said | files | kept | differences | s |', '| --- | --- | --- | --- | --- | --- | --- | --- | --- |'].join('\n')

export function tableRow({ newspaper, round, isSound, edits, disturbances, outcome, files, comparison, differences, seconds }: Row): string {
  const { exitCode, stories: { published, failed, held, removed }, diagnostics } = outcome
  const errors = new Map<string, number>()
  for (const { severity, rule } of diagnostics) if (severity === 'error') errors.set(rule, (errors.get(rule) ?? 0) + 1)
  const cells = [
    newspaper,
    `${round}${isSound ? '' : ', with errors'}`,
    counted(edits),
    disturbances.join('; '),
    `exit ${exitCode}: ${published} published, ${failed} failed, ${held} held, ${removed} removed${errors.size > 0 ? `; ${counted(errors)}` : ''}`,
    files,
    comparison.kept.length === 0 ? '0' : `${comparison.kept.length} stories; ${comparison.excused.length} files by the witness alone`,
    differences.length,
    seconds.toFixed(0),
  ]
  return `| ${cells.join(' | ')} |`
}

function counted(counts: ReadonlyMap<string, number>): string {
  return [...counts].filter(([, count]) => count > 0).map(([name, count]) => `${name} ${count}`).join(', ')
}
