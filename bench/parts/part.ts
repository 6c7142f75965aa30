import type { Desk } from '../desk.ts'

/** A piece of the bench that can be chosen by its name: `cold-100`, or with others of its kind, `cold`. */
export interface Part {
  name: string
  run(desk: Desk): Promise<unknown>
}
