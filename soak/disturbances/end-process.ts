import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { inWords, isRunning } from '../machine/galley.ts'
import { faultsOf, type Disturbance, type Scene } from './disturbance.ts'

/** The process is gone from one moment to the next, as by a power cut or the kernel’s hunt for memory. */
export const killed: Disturbance = {
  name: 'killed',
  async run(scene) {
    const { when, ended } = await endAtSomeMoment(scene, 'SIGKILL')
    return { said: `${when}: ${inWords(ended)}`, faults: faultsOf(ended, [0, 1, 'SIGKILL']) }
  },
}

/** Somebody stops it, as CI does with a job that another has overtaken. */
export const terminated: Disturbance = {
  name: 'terminated',
  async run(scene) {
    const { when, ended } = await endAtSomeMoment(scene, 'SIGTERM')
    // Before the command listens, the signal ends Node itself.
    return { said: `${when}: ${inWords(ended)}`, faults: faultsOf(ended, [0, 1, 143, 'SIGTERM']) }
  },
}

/** At any moment of a run, or just as it has come to a certain point. */
async function endAtSomeMoment({ publish, start, chance, usual }: Scene, signal: 'SIGKILL' | 'SIGTERM') {
  const moment = chance.pick(['stage', 'journal.json.part', 'journal.json', 'any', 'any', 'any'])
  const milliseconds = chance.number() * usual
  const { child, ended } = start(publish)
  const began = performance.now()
  const isDue = (): boolean => (moment === 'any' ? performance.now() - began >= milliseconds : existsSync(join(publish.out, '.galley', moment)))
  while (isRunning(child) && !isDue()) await new Promise((resolve) => setTimeout(resolve, 1))
  child.kill(signal)
  return { when: moment === 'any' ? `after ${Math.round(milliseconds)} ms` : `at ${moment}`, ended: await ended }
}
