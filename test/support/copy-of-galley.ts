import { cp, mkdir, mkdtemp, readdir, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const home = join(import.meta.dirname, '../..')

/** A copy of the working tree for somebody who changes Galley itself, with the packages that are installed here. */
export interface CopyOfGalley {
  folder: string
  close(): Promise<void>
}

/** Copy what code, tests and the newspaper are made of. */
export async function copyGalley(): Promise<CopyOfGalley> {
  const folder = await mkdtemp(join(tmpdir(), 'galley-copy-'))
  const parts = ['pipeline', 'templates', 'source', 'docs', 'test', 'bench', 'soak', 'package.json', 'package-lock.json', 'tsconfig.json', 'vitest.config.ts', '.oxlintrc.json']
  await Promise.all(parts.map((part) => cp(join(home, part), join(folder, part), { recursive: true, filter: (path) => !path.endsWith('/.work') })))
  await linkPackages(folder)
  return { folder, close: () => rm(folder, { recursive: true, force: true }) }
}

/** One by one: what commands keep in `node_modules/.cache` is nobody else’s. */
async function linkPackages(folder: string): Promise<void> {
  const packages = join(folder, 'node_modules')
  await mkdir(packages)
  const names = (await readdir(join(home, 'node_modules'))).filter((name) => name !== '.cache')
  await Promise.all(names.map((name) => symlink(join(home, 'node_modules', name), join(packages, name))))
}
