/** The part of the package that we use; it brings no types of its own. */
declare module 'amphtml-validator' {
  export interface ValidationError {
    severity: 'UNKNOWN_SEVERITY' | 'ERROR' | 'WARNING'
    /** Counts from 1. */
    line: number
    /** Counts from 0. */
    col: number
    message: string
    code: string
  }
  export interface Validator {
    /** The global object of the program. */
    sandbox: { atob?: (base64: string) => string }
    /** Needed once, before anything is validated. Rejects where the program does not run. */
    init(): Promise<void>
    validateString(html: string): { status: 'PASS' | 'FAIL' | 'UNKNOWN'; errors: readonly ValidationError[] }
  }
  /** A validator of the text of its program. Throws where that is no program. */
  export function newInstance(program: string): Validator
}
