import { filesBelow } from '../machine/files-below.ts'
import { inWords } from '../machine/galley.ts'
import { faultsOf, type Disturbance } from './disturbance.ts'

/** Somebody breaks `publication.yml`: nothing may be touched. */
export const brokenSettings: Disturbance = {
  name: 'publication.yml broken',
  async run({ publish, start, spoilSettings }) {
    const before = await filesBelow(publish.out)
    const putBack = await spoilSettings()
    const ended = await start(publish).ended
    await putBack()
    const after = await filesBelow(publish.out)
    const isSame = after.size === before.size && [...after].every(([path, sign]) => before.get(path) === sign)
    return { said: inWords(ended), faults: [...faultsOf(ended, [2]), ...(isSame ? [] : ['something in dist was touched'])] }
  },
}
