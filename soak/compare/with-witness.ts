import type { Edition } from './edition.ts'
import { errorsOf } from './edition.ts'

/**
 * Compare with the folder of the witness, which has seen the same newspapers in the same order and was never disturbed. It remembers what the soaked one
 * remembers, so nothing is excused: the same files with the same bytes, the manifest among them, the same errors.
 */
export function differencesFromWitness(soaked: Edition, witness: Edition): string[] {
  const paths = [...new Set([...soaked.files.keys(), ...witness.files.keys()])].sort()
  const differing = paths.filter((path) => soaked.files.get(path) !== witness.files.get(path))
  return [...differing.map((path) => `${path}: ${how(soaked, witness, path)}`), ...otherErrors(soaked, witness, 'the witness')]
}

/** What is different about a file that is not the same in both. */
export function how(soaked: Pick<Edition, 'files'>, other: Pick<Edition, 'files'>, path: string): string {
  const [ours, theirs] = [soaked.files.get(path), other.files.get(path)]
  return ours === undefined ? 'is missing' : theirs === undefined ? 'should not be there' : `is ${ours.slice(0, 12)}, should be ${theirs.slice(0, 12)}`
}

/** Errors that one has reported and the other has not. */
export function otherErrors(soaked: Edition, other: Edition, name: string): string[] {
  const [ours, theirs] = [errorsOf(soaked.outcome), errorsOf(other.outcome)]
  return [
    ...ours.filter((error) => !theirs.includes(error)).map((error) => `an error that ${name} does not have: ${error}`),
    ...theirs.filter((error) => !ours.includes(error)).map((error) => `an error that only ${name} has: ${error}`),
  ]
}
