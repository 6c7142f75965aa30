import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/**
 * Where the AMP project’s validator comes from. The npm package that is named after it fetches the program from the project’s
 * servers at every start; the same program, built on one day, lies in this package of the registry, and is taken from there.
 */
export const validatorOrigin = {
  packageName: 'next',
  version: '15.5.29',
  path: 'package/dist/compiled/amphtml-validator/validator_wasm.js',
  sha256: 'f1f4629ab36f555f5a9937a5cf00f0ef780bf025883c035d06389b151c896f26',
} as const

/** Where it is kept: `node_modules/.cache/galley/`, which `npm ci` empties. */
export function validatorFile(): string {
  const manifest = createRequire(import.meta.url).resolve('amphtml-validator/package.json')
  return join(dirname(dirname(manifest)), '.cache', 'galley', `amp-validator-${validatorOrigin.sha256.slice(0, 12)}.js`)
}

let isFound = false

/** Whether it is there, whole and unchanged. Looked at until it is found: every page asks, and to hash four million bytes takes longer than to judge one. */
export async function hasValidator(): Promise<boolean> {
  const bytes = isFound ? undefined : await readFile(validatorFile()).catch(() => undefined)
  isFound ||= bytes !== undefined && isValidator(bytes)
  return isFound
}

/** Whether these bytes are the validator that we know. */
export function isValidator(bytes: Uint8Array): boolean {
  return createHash('sha256').update(bytes).digest('hex') === validatorOrigin.sha256
}
