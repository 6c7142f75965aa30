import { browsersOf } from '../machine/processes.ts'
import { inWords, isRunning } from '../machine/galley.ts'
import { faultsOf, type Disturbance } from './disturbance.ts'

/** A process of the browser dies while it prints. */
export const killedBrowser: Disturbance = {
  name: 'browser killed',
  needsBrowser: true,
  async run({ publish, start, chance, usual }) {
    // Without a cache everything is printed, whatever was kept.
    const { cache: _, ...anew } = publish
    const { child, ended } = start(anew)
    const pause = chance.number() * usual * 0.5
    let seen: number | undefined
    let hit = 0
    while (isRunning(child) && hit < 2) {
      const browsers = browsersOf(child.pid ?? 0)
      if (browsers.length > 0) seen ??= performance.now()
      if (seen !== undefined && performance.now() - seen >= pause * (hit + 1) && browsers.length > 0) {
        end(chance.pick(browsers))
        hit++
      }
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
    const finished = await ended
    return { said: `${hit} processes: ${inWords(finished)}`, faults: faultsOf(finished, [0, 1]) }
  },
}

/** One of the browser that our own publish has started. */
function end(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It has ended by itself.
  }
}
