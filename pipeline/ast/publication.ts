import type { Limits } from './limits.ts'
import type { Picture } from './small-types.ts'

/** How bad something is: an `error` stops what its scope says, a `warning` wants to be looked at, an `info` is told of. */
export type Severity = 'error' | 'warning' | 'info'

/** The newspaper: `publication.yml`, complete. */
export interface Publication {
  name: string
  slogan?: string
  /** Absolute, without a slash at the end: `https://harbourpost.example`. */
  url: string
  /** BCP 47. */
  language: string
  /** IANA zone; every printed time is in it. */
  timezone: string
  logo?: Picture
  /** Channel to account: `{ x: '@harbourpost' }`. */
  social: Readonly<Record<string, string>>
  sections: readonly Section[]
  /** Slugs that lead the front page, in order. */
  front: readonly string[]
  /** Those that this newspaper has chosen; `limitsOf` knows the others. */
  limits?: Partial<Limits>
}

/** A part of the newspaper, as `publication.yml` lists it; `id` is the folder of its stories. */
export interface Section {
  id: string
  name: string
}
