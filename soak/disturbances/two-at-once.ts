import { inWords } from '../machine/galley.ts'
import { faultsOf, type Disturbance } from './disturbance.ts'

/** Two publishes into one folder with one cache: each publishes or is refused. */
export const twoAtOnce: Disturbance = {
  name: 'two at once',
  async run({ publish, start, chance }) {
    const first = start(publish)
    await new Promise((resolve) => setTimeout(resolve, chance.whole(0, 300)))
    const both = await Promise.all([first.ended, start(publish).ended])
    const faults = both.flatMap((ended) => faultsOf(ended, [0, 1, 2]))
    const isWrongRefusal = both.some(({ code, outcome }) => code === 2 && outcome?.diagnostics.every(({ rule }) => rule !== 'out-locked'))
    return { said: both.map(inWords).join(' and '), faults: [...faults, ...(isWrongRefusal ? ['one was refused for another reason than the lock'] : []), ...(both.every(({ code }) => code === 2) ? ['both were refused'] : [])] }
  },
}
