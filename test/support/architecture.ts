import { posix } from 'node:path'
import { readFacts, type CodeFile, type Import, type Use } from './read-code.ts'

/** What breaks a rule of the house: one sentence each, beginning with `file:line`. Empty where all is well. */
export function findBrokenRules(files: readonly CodeFile[]): string[] {
  const known = new Map(files.map((file) => [file.path, readFacts(file)]))
  const broken = [...known].flatMap(([path, { imports, uses }]) => [
    ...brokenFolders(path),
    ...imports.flatMap((used) => brokenImport(path, used)),
    ...uses.flatMap((use) => brokenUse(path, use)),
  ])
  return [...broken, ...brokenStart(known)]
}

/** The one-way rule: what the files of a folder may import of ours, besides their own folder. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  'pipeline/ast': [],
  'pipeline/contract': ['pipeline/ast'],
  'pipeline/yaml': ['pipeline/ast', 'pipeline/contract'],
  'pipeline/config': ['pipeline/ast', 'pipeline/contract', 'pipeline/yaml'],
  'pipeline/parse': ['pipeline/ast', 'pipeline/contract', 'pipeline/yaml'],
  'pipeline/resolve': ['pipeline/ast', 'pipeline/contract'],
  'pipeline/markup': ['pipeline/ast', 'pipeline/contract'],
  'pipeline/pictures': ['pipeline/ast', 'pipeline/contract'],
  'pipeline/tools': ['pipeline/ast', 'pipeline/contract'],
  'pipeline/cache': ['pipeline/ast', 'pipeline/contract'],
  'pipeline/rules': ['pipeline/ast', 'pipeline/contract'],
  'pipeline/report': ['pipeline/ast', 'pipeline/contract'],
  'pipeline/coverage': ['pipeline/ast', 'pipeline/contract'],
  'pipeline/renderers': ['pipeline/ast', 'pipeline/contract', 'pipeline/config', 'pipeline/parse', 'pipeline/resolve', 'pipeline/markup', 'pipeline/pictures', 'pipeline/tools', 'pipeline/report'],
  'pipeline/run': ['pipeline/ast', 'pipeline/contract', 'pipeline/cache', 'pipeline/config', 'pipeline/parse', 'pipeline/resolve', 'pipeline/markup', 'pipeline/pictures', 'pipeline/tools', 'pipeline/report', 'pipeline/coverage', 'pipeline/rules', 'pipeline/renderers'],
  'pipeline/serve': ['pipeline/ast', 'pipeline/contract', 'pipeline/report', 'pipeline/run'],
  'pipeline/cli.ts': ['pipeline'],
  templates: ['pipeline/ast', 'templates/shared'],
}

/** Loaded at the moment of need, so that `--help` and an unchanged run start at once. */
const heavyPackages = ['sharp', 'puppeteer-core', 'satori', '@resvg/resvg-js', '@takumi-rs/core', 'epub-gen-memory', '@cantoo/pdf-lib', 'pdfjs-dist', 'html-validate', 'amphtml-validator', 'piscina', '@sparticuz/chromium', 'exifreader', 'opentype.js']

const drawerNames = /\/(utils?|helpers?|common|misc)(\/|\.tsx?$)/
const pureFolders = /^(pipeline\/(ast|contract|yaml|config|parse|resolve|markup|pictures|coverage|rules|renderers)|templates)\//
const unsteady = ['Date.now', 'Math.random', 'new Date()', 'performance.now', 'process.hrtime', 'crypto.randomUUID', 'randomUUID']
const mayWriteFiles = /^pipeline\/(cache|run|tools)\//
const fileWrites = /^(appendFile|chmod|copyFile|cp|createWriteStream|link|mkdir|mkdtemp|open|rename|rm|rmdir|symlink|truncate|unlink|utimes|writeFile|write)(Sync)?$/
const fileSystem = /^(node:)?fs(\/promises)?$/

function brokenFolders(path: string): string[] {
  return drawerNames.test(`/${path}`) ? [`${path}:1 lies in a drawer; name the folder after what it is for.`] : []
}

function brokenImport(path: string, used: Import): string[] {
  const at = `${path}:${used.line}`
  if (!used.specifier.startsWith('.')) return brokenPackage(path, at, used)
  const target = posix.join(posix.dirname(path), used.specifier)
  const broken = brokenLayer(path, target)
  return broken === undefined ? [] : [`${at} imports ${target}: ${broken}`]
}

function brokenLayer(path: string, target: string): string | undefined {
  const [here, there] = [folderOf(path), folderOf(target)]
  const format = formatOf(path)
  if (format !== undefined && target.startsWith('pipeline/renderers/')) {
    return formatOf(target) === format ? undefined : 'a renderer knows no other renderer.'
  }
  if (target.startsWith('templates/')) {
    const own = [`templates/${format ?? templateOf(path)}/`, 'templates/shared/']
    if (format !== undefined || here === 'templates') return own.some((folder) => target.startsWith(folder)) ? undefined : `of templates, only ${own.join(' and ')} may be used here.`
    return 'templates are for renderers.'
  }
  if (here === there) return undefined
  const allowed = mayImport[here]
  if (allowed === undefined) return `${here} has no layer; give it one in test/support/architecture.ts.`
  if (allowed.some((folder) => target === folder || target.startsWith(`${folder}/`))) return undefined
  return `${here} may import ${allowed.length === 0 ? 'nothing of ours' : `only ${allowed.join(', ')}`}.`
}

/** `pipeline/parse`, `pipeline/cli.ts`, `templates`: the unit that has a layer. */
function folderOf(path: string): string {
  const [top = '', second = ''] = path.split('/')
  return top === 'templates' ? top : `${top}/${second}`
}

/** Name of the format whose renderer this file belongs to; none for the registry, which knows them all. */
function formatOf(path: string): string | undefined {
  return /^pipeline\/renderers\/([^/]+)\//.exec(path)?.[1]
}

function templateOf(path: string): string | undefined {
  return /^templates\/([^/]+)\//.exec(path)?.[1]
}

function brokenPackage(path: string, at: string, { specifier, names }: Import): string[] {
  if (!fileSystem.test(specifier)) return []
  const broken: string[] = []
  if (/^(pipeline\/(renderers|markup|ast|contract|parse|config|rules)|templates)\//.test(path)) broken.push(`${at} imports ${specifier}: only the context leads to a file.`)
  const writes = names.filter((name) => fileWrites.test(name))
  if (writes.length > 0 && !mayWriteFiles.test(path)) broken.push(`${at} imports ${writes.join(', ')}: only pipeline/run writes files.`)
  return broken
}

function brokenUse(path: string, { line, what }: Use): string[] {
  const at = `${path}:${line}`
  const broken: string[] = []
  const prints = /^(console\.\w+|process\.(stdout|stderr|exit|exitCode))$/.test(what)
  if (prints && path !== 'pipeline/cli.ts') broken.push(`${at} uses ${what}: only pipeline/cli.ts prints or sets the exit code.`)
  if (unsteady.includes(what) && pureFolders.test(path)) broken.push(`${at} uses ${what}: equal input must give equal bytes.`)
  const written = /^fs\w*(?:\.promises)?\.(\w+)$/.exec(what)?.[1]
  if (written !== undefined && fileWrites.test(written) && !mayWriteFiles.test(path)) broken.push(`${at} uses ${what}: only pipeline/run writes files.`)
  return broken
}

/** What the command loads before it has read its options, or a run before it knows what has changed, must hold no heavy library. */
function brokenStart(known: ReadonlyMap<string, { imports: readonly Import[] }>): string[] {
  return importsAtStart(known).flatMap(({ path, line, way, specifier }) => {
    const heavy = heavyPackages.find((name) => specifier === name || specifier.startsWith(`${name}/`))
    return heavy === undefined ? [] : [`${path}:${line} loads ${heavy} as soon as the command starts (${way}); import it dynamically where it is needed.`]
  })
}

/** The packages that are loaded so early, by name. */
export function packagesAtStart(files: readonly CodeFile[]): string[] {
  const imports = importsAtStart(new Map(files.map((file) => [file.path, readFacts(file)])))
  const names = imports.map(({ specifier }) => specifier).filter((specifier) => !/^(\.|node:)/.test(specifier))
  return [...new Set(names.map((name) => name.split('/').slice(0, name.startsWith('@') ? 2 : 1).join('/')))].sort()
}

/** Follow every import but those on demand. */
function importsAtStart(known: ReadonlyMap<string, { imports: readonly Import[] }>): { path: string; line: number; way: string; specifier: string }[] {
  const found: { path: string; line: number; way: string; specifier: string }[] = []
  const ways = new Map(['pipeline/cli.ts', 'pipeline/run/publish.ts'].map((start) => [start, start]))
  for (const [path, way] of ways) {
    for (const { specifier, how, line } of known.get(path)?.imports ?? []) {
      if (how !== 'value') continue
      found.push({ path, line, way, specifier })
      const target = posix.join(posix.dirname(path), specifier)
      if (specifier.startsWith('.') && !ways.has(target)) ways.set(target, `${way} > ${target}`)
    }
  }
  return found
}
