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
    validateString(html: string): { status: 'PASS' | 'FAIL' | 'UNKNOWN'; errors: readonly ValidationError[] }
  }
  /** Load a validator from a file. Rejects where it cannot be read or does not run. */
  export function getInstance(file: string): Promise<Validator>
}
