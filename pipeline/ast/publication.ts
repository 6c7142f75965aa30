import type { Picture } from './small-types.ts'

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
}

export interface Section {
  id: string
  name: string
}
