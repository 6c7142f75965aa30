import type { Reader } from './desk.ts'

/** What people may write for a value, as the reference tells it (docs/reference.md). It stands beside the reader, so that neither drifts. */
export interface Form {
  /** `text`, `a time with its zone`, `a list of addresses` */
  words: string
  /** Nothing but one of these. */
  choice?: readonly string[]
  /** The keys of its own, of a list those of each item. */
  keys?: readonly DescribedKey[]
}

/** A reader that can tell what it reads. */
export type FormedReader<T> = Reader<T> & { readonly form: Form }

/** What the reference tells of a key, its form apart. */
export interface KeyFacts {
  /** What it is, in a sentence or two of Markdown. */
  description: string
  /** What an absent key means: a value as it would be written, or words. */
  unwritten?: string
  /** When it must be there, where that is not the matter of `keysOf`: `always`, `unless …`. */
  required?: string
}

/** A key with its reader. */
export type Key<T> = FormedReader<T> & { readonly facts: KeyFacts }

/** A key as the reference lists it. */
export interface DescribedKey extends KeyFacts {
  name: string
  form: Form
}

/** Say in words what a reader reads. */
export function formed<T>(form: string | Form, read: Reader<T>): FormedReader<T> {
  const reader: Reader<T> = (value, path, desk) => read(value, path, desk)
  return Object.assign(reader, { form: typeof form === 'string' ? { words: form } : form })
}

/** Describe a key of `publication.yml` or of a story. Each must be: the reference is made of these. */
export function key<T>(description: string, read: FormedReader<T>, facts: Omit<KeyFacts, 'description'> = {}): Key<T> {
  return Object.assign(formed(read.form, read), { facts: { description, ...facts } })
}

/** The keys of a shape, in the order in which they are declared. */
export function describeKeys(shape: Readonly<Record<string, Key<unknown>>>, required: readonly string[] = []): DescribedKey[] {
  return Object.entries(shape).map(([name, { form, facts }]) => ({ name, form, ...facts, ...(required.includes(name) ? { required: 'always' } : {}) }))
}
