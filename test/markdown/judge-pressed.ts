import type { Artifact, Renderer } from '../../pipeline/contract/renderer.ts'
import { amp } from '../../pipeline/renderers/amp/renderer.ts'
import { epub } from '../../pipeline/renderers/epub/renderer.ts'
import { html } from '../../pipeline/renderers/html/renderer.ts'
import { judgeFiles } from '../support/judge.ts'
import { type Printed, publication } from './press-example.ts'

/** What the judges of every publish have against the files, lost words and addresses included: a line each. A judge that is not at hand is one. */
export async function faultsOf(printed: Printed): Promise<string[]> {
  return [
    ...(await faultsOfFile(html as Renderer<unknown>, printed.html, printed)),
    ...(await faultsOfFile(amp as Renderer<unknown>, printed.amp, printed)),
    ...(await faultsOfFile(epub as Renderer<unknown>, printed.epub, printed)),
  ]
}

async function faultsOfFile(renderer: Renderer<unknown>, artifact: Artifact, { article }: Printed): Promise<string[]> {
  const files = await judgeFiles(renderer, [artifact], article, publication)
  if (files.length === 0) return [`${renderer.name}: nobody judged ${artifact.path}`]
  return files.flatMap(({ checks, diagnostics }) => [
    ...diagnostics.filter(({ severity }) => severity !== 'info').map(({ rule, line, reason }) => `${rule} in line ${line}: ${reason}`),
    ...checks.filter(({ verdict }) => verdict === 'not-checked').map(({ name }) => `${renderer.name}: ${name} was not at hand`),
  ])
}
