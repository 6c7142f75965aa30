import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { home } from '../../pipeline/tools/installation.ts'

/** The folder of a package of bench/package.json, and its version; undefined where it is not installed. */
export function benchPackage(name: string): { folder: string; version: string } | undefined {
  const folder = join(home, 'bench/node_modules', name)
  const manifest = join(folder, 'package.json')
  if (!existsSync(manifest)) return undefined
  return { folder, version: (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version }
}
