import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { home } from '../pipeline/tools/installation.ts'
import { openDesk, workFolder } from './desk.ts'
import { choose, fullScale, partsOf, quickScale } from './parts/index.ts'
import { benchPackage } from './peers/bench-package.ts'
import { peers } from './peers/index.ts'
import { describeMachine } from './report/describe-machine.ts'
import type { Figure, Gap } from './report/findings.ts'
import { judgeTargets } from './report/targets.ts'
import { emptyBin } from './set-aside.ts'
import { resultsPage, writeJson, type Results } from './report/write-results.ts'

/*
 * Measure Galley against the bare machine and against its peers. See bench/README.md.
 *
 *   npm run bench                                everything, into bench/RESULTS.md
 *   npm run bench -- --only cold-100,cards       some parts, into bench/.work/RESULTS.md
 *   npm run bench -- --quick                     everything with few stories, into bench/.work/RESULTS.md
 *   npm run bench -- --list                      names of the parts
 */
const { values } = parseArgs({ options: { only: { type: 'string' }, quick: { type: 'boolean' }, list: { type: 'boolean' }, keep: { type: 'boolean' } } })
const scale = values.quick ? quickScale : fullScale
const parts = choose(partsOf(scale), (values.only ?? '').split(',').filter(Boolean))

if (values.list) process.stdout.write(`${parts.map(({ name }) => name).join('\n')}\n`)
else await runAll()

async function runAll(): Promise<void> {
  if (process.platform !== 'linux') throw new Error('The bench reads /proc, which only Linux has.')
  await mkdir(workFolder, { recursive: true })
  const machine = await describeMachine()
  const desk = await openDesk(tell)
  for (const part of parts) {
    process.stderr.write(`${part.name}\n`)
    await part.run(desk)
    const results: Results = { ...desk.findings, machine, peers: await peersHere(), targets: judgeTargets(desk.findings.figures, scale) }
    await writeAll(results, part === parts.at(-1))
  }
  await emptyBin()
}

/** After each part, so that a run that is stopped has not been for nothing. */
async function writeAll(results: Results, isLast: boolean): Promise<void> {
  const isWhole = isLast && !values.only && !values.quick
  const page = resultsPage(results)
  await writeJson(join(workFolder, 'results.json'), results)
  await writeFile(isWhole || (isLast && values.keep) ? join(home, 'bench/RESULTS.md') : join(workFolder, 'RESULTS.md'), page)
  if (isLast) process.stdout.write(page)
}

async function peersHere(): Promise<string[]> {
  const image = benchPackage('@11ty/eleventy-img')
  const versions = await Promise.all(peers.map((peer) => peer.version()))
  return [...new Set([...versions, image && `eleventy-img ${image.version}`].filter((version) => version !== undefined))]
}

function tell(found: Figure | Gap): void {
  const what = 'reason' in found ? `not measured: ${found.reason}` : `${(found.milliseconds / 1000).toFixed(2)} s, CPU ${(found.processorMilliseconds / 1000).toFixed(2)} s`
  process.stderr.write(`  ${found.name}: ${what}\n`)
}
