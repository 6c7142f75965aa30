import type { Limits } from '../ast/limits.ts'
import { hashOf } from '../cache/hash-of.ts'
import type { MeasurePicture } from '../contract/source.ts'
import { measurePicture } from '../pictures/measure-picture.ts'
import type { Storeroom } from './storeroom.ts'

type Measured = Awaited<ReturnType<MeasurePicture>>

/** Measure pictures, or recall the measures of equal bytes under an equal ending: a picture that was measured once, in any story, needs no picture library. */
export function measureOnce(storeroom: Storeroom | undefined, limits: Limits, onRecord: (record: string) => void): MeasurePicture {
  if (storeroom === undefined) return (file) => measurePicture(file, limits)
  const { records } = storeroom.cache
  const { photo, drawing, pixels } = limits
  return async (file) => {
    const key = hashOf(`${storeroom.code.whole} ${hashOf(file.bytes)} ${file.path.slice(file.path.lastIndexOf('.'))} ${photo} ${drawing} ${pixels}`)
    const [shelf, name] = [`picture-${key.slice(0, 2)}`, `measured-${key.slice(2)}`]
    onRecord(`${shelf}/${name}`)
    const known = records.find<Measured>(shelf, name)
    if (known !== undefined) return 'problem' in known ? known : { ...known, picture: { ...known.picture, src: file.path } }
    const measured = await measurePicture(file, limits)
    await records.keep(shelf, name, measured)
    return measured
  }
}
