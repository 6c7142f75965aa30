import { writeFile } from 'node:fs/promises'
import type { Machine } from './describe-machine.ts'
import type { Findings } from './findings.ts'
import type { JudgedTarget } from './targets.ts'
import { figureTable, gapList, markdownTable, targetTable } from './write-tables.ts'

/** All that a run has found, with what it was found on. */
export interface Results extends Findings {
  machine: Machine
  /** Name and version of each peer that took part. */
  peers: readonly string[]
  targets: readonly JudgedTarget[]
}

/** The results as JSON, for machines. */
export async function writeJson(path: string, { machine, peers, targets, figures, gaps }: Results): Promise<void> {
  await writeFile(path, `${JSON.stringify({ machine, peers, targets, figures: [...figures.values()], gaps: [...gaps.values()] }, null, 2)}\n`)
}

/** The results as a Markdown page. */
export function resultsPage(results: Results): string {
  const { machine, peers, targets } = results
  const gaps = gapList(results)
  return [
    '# Results of `npm run bench`',
    'Written by the bench; [README.md](README.md) says what each number means.',
    markdownTable(['', ''], [...Object.entries(machine).map(([key, value]) => [words[key as keyof Machine], String(value)]), ['peers', peers.join(', ')]]),
    '## Targets',
    targetTable(targets),
    '## Figures',
    figureTable(results),
    ...(gaps ? ['## Not measured', gaps] : []),
    '',
  ].join('\n\n')
}

const words: Readonly<Record<keyof Machine, string>> = {
  date: 'date', commit: 'commit', cores: 'cores', model: 'processor', memory: 'memory', system: 'system', node: 'Node', browser: 'browser', ampValidator: 'AMP validator', loadBefore: 'load before',
}
