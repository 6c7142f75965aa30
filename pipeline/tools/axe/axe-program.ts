import { join } from 'node:path'
import { packageFolder } from '../installation.ts'

/** The file of axe-core, which runs in the page that it judges. Throws where the package is not installed. */
export function axeProgram(): string {
  return join(packageFolder('axe-core'), 'axe.min.js')
}
