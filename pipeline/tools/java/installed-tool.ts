import type { Availability } from '../../contract/check.ts'
import { packageVersion } from '../installation.ts'

/** The version of an optional package, or what to install: a production installation may leave these out. */
export function installedTool(name: string, packageName: string): Availability {
  const version = packageVersion(packageName)
  return version === undefined ? { missing: `${name} is not installed. Run npm ci without --omit=dev.` } : { version }
}
