import { join } from 'node:path'
import { home } from '../pipeline/tools/installation.ts'
import { CannotMeasure } from './cannot-measure.ts'
import { makeCorpus } from './corpus/make-corpus.ts'
import type { CorpusPlan } from './corpus/story.ts'
import { openGalley, type Galley } from './galley.ts'
import { middleOf, type Usage } from './measure/usage.ts'
import type { Figure, Findings, Gap } from './report/findings.ts'

/** What the parts of a bench share: the command, newspapers, and what was found so far. */
export interface Desk {
  galley: Galley
  findings: Findings
  /** Folder of everything that the bench writes. */
  work: string
  /** The folder of the newspaper with so many stories, made when it is first asked for. */
  newspaper(stories: number): Promise<string>
  /** Do something that several parts need, once in a run. */
  once<T>(name: string, work: () => Promise<T>): Promise<T>
  /** Measure and note the middle of all runs; once in a run, whoever asks. What cannot be measured becomes a gap, and gives nothing. */
  figure(facts: FigureFacts, measure: () => Promise<readonly Usage[]>): Promise<Figure | undefined>
}

/** What a figure is before it is measured. */
export type FigureFacts = Pick<Figure, 'name' | 'title' | 'stories' | 'note'>

export const workFolder = join(home, 'bench/.work')
export const shelf = join(workFolder, 'photos')
export const planOf = (stories: number): CorpusPlan => ({ seed: 'galley', stories })

/** Open an empty desk; `tell` is called with each figure as it is found. */
export async function openDesk(tell: (found: Figure | Gap) => void): Promise<Desk> {
  const galley = await openGalley()
  const figures = new Map<string, Figure>()
  const gaps = new Map<string, Gap>()
  const done = new Map<string, Promise<unknown>>()

  const once = <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const doing = done.get(name) ?? work()
    done.set(name, doing)
    return doing as Promise<T>
  }

  const find = async (facts: FigureFacts, measure: () => Promise<readonly Usage[]>): Promise<Figure | undefined> => {
    try {
      const runs = await measure()
      const found = { ...facts, ...middleOf(runs), runs: runs.length }
      figures.set(facts.name, found)
      tell(found)
      return found
    } catch (error) {
      if (!(error instanceof CannotMeasure)) throw error
      const gap = { name: facts.name, title: facts.title, reason: error.message }
      gaps.set(facts.name, gap)
      tell(gap)
      return undefined
    }
  }

  return {
    galley,
    findings: { figures, gaps },
    work: workFolder,
    once,
    figure: (facts, measure) => once(`figure ${facts.name}`, () => find(facts, measure)),
    newspaper: (stories) =>
      once(`newspaper ${stories}`, async () => {
        const folder = join(workFolder, `newspaper-${stories}`)
        await makeCorpus(planOf(stories), { folder, shelf })
        return folder
      }),
  }
}

/** Do something so often, one after the other. */
export async function repeat(times: number, work: (round: number) => Promise<Usage>): Promise<Usage[]> {
  const runs: Usage[] = []
  for (let round = 0; round < times; round++) runs.push(await work(round))
  return runs
}
