/** Thrown where a figure cannot be had on this machine or with this state of the code; the message says why. */
export class CannotMeasure extends Error {
  override name = 'CannotMeasure'
}
