import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { billOfMaterials } from '../../pipeline/run/bill-of-materials.ts'
import { provenanceName } from '../../pipeline/run/provenance.ts'

/** A newspaper in a temporary folder, written file by file. */
export interface SmallNewspaper {
  /** Parent of `source` and `dist`. */
  folder: string
  source: string
  out: string
  /** Write or replace a file below `source`. */
  write(path: string, text: string): Promise<void>
  remove(path: string): Promise<void>
  /** Put a symbolic link below `source` that leads to another path below it, whether that is there or not. */
  link(path: string, to: string): Promise<void>
  /** Files below `dist` with their sha256, by path. What tells how they were made is left out, because it differs where a run was asked for in another way. */
  published(): Promise<Record<string, string>>
  manifest(): Promise<{ files: { path: string; article: string | null; renderer: string | null; sha256: string; size: number }[]; stories: { slug: string }[] }>
  close(): Promise<void>
}

/** `html` only, unless told otherwise: what a run does with files does not depend on the format. Two sentences need no standfirst. */
export async function foundNewspaper(stories: Record<string, string> = {}, formats = 'html: {}'): Promise<SmallNewspaper> {
  const folder = await mkdtemp(join(tmpdir(), 'galley-paper-'))
  const source = join(folder, 'source')
  const out = join(folder, 'dist')
  const write = async (path: string, text: string): Promise<void> => {
    await mkdir(dirname(join(source, path)), { recursive: true })
    await writeFile(join(source, path), text)
  }
  const indented = formats.split('\n').map((line) => `  ${line}`).join('\n')
  await write('publication.yml', `name: The Ferry Gazette\nurl: https://gazette.example\nlanguage: en-GB\ntimezone: Europe/London\nsections:\n  sea: Sea\n  town: Town\nrules: { missing-standfirst: off }\nformats:\n${indented}\n`)
  for (const [slug, text] of Object.entries(stories)) await write(`articles/${slug}.md`, text)
  return {
    folder,
    source,
    out,
    write,
    remove: (path) => rm(join(source, path)),
    link: (path, to) => symlink(join(source, to), join(source, path)),
    published: async () => withoutMaking(await hashesBelow(out)),
    manifest: async () => JSON.parse(await readFile(join(out, 'manifest.json'), 'utf8')),
    close: () => rm(folder, { recursive: true, force: true }),
  }
}

/** A plain story; front matter lines may be added. */
export function story(headline: string, more = ''): string {
  return `---\nheadline: ${headline}\nsection: sea\nbyline: [Mara Quill]\npublished: 2026-05-04T08:00:00+01:00\n${more}---\nThe first boat left at seven.\n\nThe second did not leave at all.\n`
}

function withoutMaking(files: Record<string, string>): Record<string, string> {
  const { [billOfMaterials.path]: _bill, [provenanceName]: _provenance, ...rest } = files
  return rest
}

/** sha256 of every file below a folder, by path. */
export async function hashesBelow(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)).sort()
  const hashed = files.map(async (path) => [relative(folder, path), createHash('sha256').update(await readFile(path)).digest('hex')] as const)
  return Object.fromEntries(await Promise.all(hashed))
}
