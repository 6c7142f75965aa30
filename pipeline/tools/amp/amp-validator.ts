import { readFile } from 'node:fs/promises'
import { hasValidator, validatorFile, validatorOrigin } from './validator-file.ts'

/** One thing that is wrong with a page; line and column count from 1. */
export interface AmpFinding {
  severity: 'error' | 'warning'
  /** Of the AMP project: `DISALLOWED_TAG`. */
  code: string
  message: string
  line: number
  column: number
}

/** The official validator of the AMP project. */
export interface AmpValidator {
  /** Name and build, for records. */
  version: string
  /** Nothing, where the page is valid. */
  check(html: string): AmpFinding[]
}

let loading: Promise<AmpValidator | undefined> | undefined

/**
 * Load the validator, once, that `npm run fetch-validators` has left in the cache; nothing where it is not there, because a publish
 * never goes to the network. Loading takes a third of a second, a page some milliseconds.
 */
export function ampValidator(): Promise<AmpValidator | undefined> {
  loading ??= load()
  return loading
}

async function load(): Promise<AmpValidator | undefined> {
  if (!(await hasValidator())) return undefined
  const { newInstance } = await import('amphtml-validator')
  const validator = newInstance(await readFile(validatorFile(), 'utf8'))
  // It holds its program in base64, and without this it takes half a second to read it, letter by letter.
  validator.sandbox.atob = (text) => Buffer.from(text, 'base64').toString('latin1')
  await validator.init()
  return {
    version: `AMP validator of ${validatorOrigin.packageName} ${validatorOrigin.version}`,
    check: (html) =>
      validator.validateString(html).errors.map(({ severity, code, message, line, col }) => ({
        severity: severity === 'WARNING' ? 'warning' : 'error',
        code,
        message,
        line,
        column: col + 1,
      })),
  }
}
