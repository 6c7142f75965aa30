#!/usr/bin/env node
// The door: makes one bundle of the TypeScript code and loads it. The bundle is kept under the hash of the code, so that
// a tree that has not changed starts at once. Plain JavaScript of an old dialect, so that an old Node can read the
// sentence that is meant for it.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import { frame, loadBundle } from './load-bundle.js'

const home = dirname(dirname(fileURLToPath(import.meta.url)))
// All of Galley in one file, of which V8 runs the parts that are called for.
const bundleEntry = `
export { main } from './cli.ts'
export const openJudge = async () => (await import('./run/judge-thread.ts')).default
export const loadMost = () => import('./run/publish.ts')
`
// What a thread of judges loads. Bundles lie in node_modules/.cache/galley/code/.
const judgeDoor = `import { loadBundle } from '../../../../../pipeline/load-bundle.js'
export default await (await loadBundle(import.meta.dirname)).openJudge()
`
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)

if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(`Galley needs Node 20.19 or later, and this is Node ${process.versions.node}. Install a newer one from https://nodejs.org.\n`)
  process.exit(2)
}
if (!existsSync(join(home, 'node_modules', 'esbuild'))) {
  process.stderr.write('What Galley stands on is not installed yet. Run: npm ci\n')
  process.exit(2)
}

// A publish is a minute of much code that runs a little. V8 compiles what has run for a tenth of this to machine code, on every thread anew, which was a
// sixth of all that a publish took (bench/NOTES.md). What V8 does not know it ignores.
setFlagsFromString('--interrupt-budget=1000000')

const { main } = await loadBundle(await bundle())
await main(process.argv.slice(2))

/** The folder of the bundle of the code as it is now. */
async function bundle() {
  const cache = join(home, 'node_modules', '.cache', 'galley', 'code')
  const folder = join(cache, hashOfCode(`${cache}.last-start`))
  if (existsSync(join(folder, 'galley.cjs'))) return folder
  mkdirSync(cache, { recursive: true })
  const fresh = mkdtempSync(join(cache, 'new-'))
  const { build } = await import('esbuild')
  const options = {
    stdin: { contents: bundleEntry, resolveDir: join(home, 'pipeline'), sourcefile: 'bundle.ts', loader: 'ts' },
    outfile: join(fresh, 'galley.cjs'),
    bundle: true,
    // Of scripts of this kind V8 keeps what it has compiled; of ECMAScript modules it does from Node 22 on. They cannot import then, and are
    // handed `importPackage`, which takes the place of every `import(`, in a text too.
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    external: packagesLeftOutside(),
    define: { 'import.meta.url': 'importMetaUrl' },
    banner: { js: `${frame[0]}const importMetaUrl = require('node:url').pathToFileURL(__filename).href;` },
    footer: { js: frame[1] },
    sourcemap: true,
    logLevel: 'error',
    metafile: true,
    write: false,
    absWorkingDir: home,
  }
  try {
    const { metafile, outputFiles } = await build(options)
    for (const { path, text } of outputFiles) writeFileSync(path, path.endsWith('.cjs') ? asScript(text) : text)
    writeFileSync(join(fresh, 'parts.json'), JSON.stringify(hashParts(metafile)))
    writeFileSync(join(fresh, 'judge-door.mjs'), judgeDoor)
  } catch (error) {
    // What is wrong with the code esbuild has said itself.
    if (!error.errors) process.stderr.write(`Galley cannot be started, because esbuild cannot: ${error.message.split('\n')[0]} Run npm ci without --omit=optional.\n`)
    rmSync(fresh, { recursive: true, force: true })
    process.exit(1)
  }
  return moveInto(folder, fresh, cache)
}

/**
 * Code that runs without `import()`, in ASCII, which V8 holds in half of the space and reads in half of the time: esbuild leaves other letters
 * in regular expressions.
 */
function asScript(code) {
  return code.replace(/(?<![\w$.])import\(/g, 'importPackage(').replace(/[^\0-\x7F]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/**
 * A hash of the code behind each format, behind the judges and behind cut pictures: the files that its first file imports, and theirs. What
 * was made is made anew when its own code changes, and not when another's does. Packages are what the lockfile says.
 */
function hashParts({ inputs }) {
  const packages = createHash('sha256').update(process.version).update(readFileSync(join(home, 'package-lock.json'))).digest('hex')
  const hashFrom = (...starts) => {
    const files = new Set(starts)
    for (const file of files) for (const used of inputs[file].imports) if (!used.external && inputs[used.path] && !used.path.includes('node_modules/')) files.add(used.path)
    const hash = createHash('sha256').update(packages)
    for (const file of [...files].sort()) hash.update(file).update('\0').update(readFileSync(join(home, file))).update('\0')
    return hash.digest('hex').slice(0, 32)
  }
  const contexts = ['pipeline/run/render-context.ts', 'pipeline/run/edition-context.ts']
  const folders = Object.keys(inputs).flatMap((file) => /^pipeline\/renderers\/([^/]+)\/renderer\.ts$/.exec(file) ?? []).filter((part) => !part.includes('/'))
  return {
    formats: Object.fromEntries(folders.map((name) => [name, hashFrom(`pipeline/renderers/${name}/renderer.ts`, ...contexts)])),
    judging: hashFrom('pipeline/run/judge-artifacts.ts', 'pipeline/run/judge-edition.ts'),
    pictures: hashFrom('pipeline/pictures/cut-picture.ts'),
    tree: addCode(createHash('sha256')).digest('hex'),
  }
}

/**
 * Small packages of plain JavaScript that nearly every publish needs are part of the bundle: to find and read their four hundred files one
 * by one takes longer than all else at a start. The others bring files of their own, or are loaded when they are needed (of a CommonJS package,
 * `import()` would find no names in the bundle).
 */
function packagesLeftOutside() {
  const inside = new Set([
    '@cantoo/pdf-lib', 'commander', 'fastest-levenshtein', 'fflate', 'github-slugger', 'hast-util-from-html', 'hast-util-from-parse5', 'hast-util-to-html', 'hast-util-to-string',
    'hast-util-to-xast', 'hastscript', 'html-validate', 'log-update', 'mdast-util-directive', 'mdast-util-from-markdown', 'mdast-util-gfm', 'mdast-util-to-markdown', 'mdast-util-to-string',
    'micromark-core-commonmark', 'micromark-extension-directive', 'micromark-extension-gfm', 'p-limit', 'parse5', 'picomatch', 'remark-parse', 'saxes', 'unified', 'unist-util-visit', 'vfile', 'xast-util-to-xml', 'xastscript', 'yaml', 'zod',
  ])
  const { dependencies, devDependencies } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'))
  return Object.keys({ ...dependencies, ...devDependencies }).filter((name) => !inside.has(name))
}

/** Two starts at once make the same bundle; the first to finish wins. */
function moveInto(folder, fresh, cache) {
  try {
    renameSync(fresh, folder)
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true })
    if (!existsSync(join(folder, 'galley.cjs'))) throw error
  }
  // A run that is under way may still load a part of an older bundle, so a few of them are kept.
  const names = readdirSync(cache)
  const bundles = names.filter((name) => !isHalf(name)).map((name) => join(cache, name))
  bundles.sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)
  for (const old of bundles.slice(4)) rmSync(old, { recursive: true, force: true })
  // What a start that was killed has left half made. A living one takes seconds.
  for (const half of names.filter(isHalf).map((name) => join(cache, name))) if (Date.now() - (statSync(half, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()) > 600_000) rmSync(half, { recursive: true, force: true })
  return folder
}

/** Whether a bundle is still being made, or was when its start was killed. */
function isHalf(name) {
  return name.startsWith('new-')
}

/**
 * The hash of all code. Size, times and number of each file are compared with those of the last start, as git does in its index, and where all are the
 * same its hash still holds: to read four hundred files was a thirtieth of a publish that finds nothing changed.
 */
function hashOfCode(note) {
  const files = codeFiles()
  const signs = [process.version, ...files.map((path) => `${path} ${signOf(path)}`)].join('\n')
  const known = readNote(note)
  if (known && known.signs === signs) return known.hash
  const hash = addCode(createHash('sha256').update(process.version), files).digest('hex').slice(0, 24)
  keepNote(note, hash, signs, files)
  return hash
}

function addCode(hash, files = codeFiles()) {
  for (const path of files) hash.update(path).update('\0').update(readFileSync(`${home}/${path}`)).update('\0')
  return hash
}

function codeFiles() {
  const files = ['pipeline', 'templates'].flatMap(filesBelow).filter((path) => /\.(ts|tsx|js|json)$/.test(path))
  return [...files.sort(), ...['package-lock.json', 'tsconfig.json'].filter((path) => existsSync(`${home}/${path}`))]
}

function signOf(path) {
  const { size, mtimeNs, ctimeNs, ino } = statSync(`${home}/${path}`, { bigint: true })
  return `${size} ${mtimeNs} ${ctimeNs} ${ino}`
}

/** What the last start has noted, where it is whole: the hash of the code, and the signs of all of its files. */
function readNote(path) {
  try {
    const [sum, hash, ...signs] = readFileSync(path, 'utf8').split('\n')
    return sum === sumOf(hash, signs.join('\n')) ? { hash, signs: signs.join('\n') } : undefined
  } catch {
    return undefined
  }
}

/** A file that is written twice within the grain of a disk's clock shows one time: of code so young nothing is noted. What cannot be noted is read again. */
function keepNote(path, hash, signs, files) {
  if (files.some((file) => Date.now() - statSync(`${home}/${file}`).ctimeMs < 2000)) return
  try {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(`${path}.${process.pid}`, [sumOf(hash, signs), hash, signs].join('\n'))
    renameSync(`${path}.${process.pid}`, path)
  } catch {
    rmSync(`${path}.${process.pid}`, { force: true })
  }
}

function sumOf(hash, signs) {
  return createHash('sha256').update(`${hash}\n${signs}`).digest('hex')
}

/** Paths below the home. Every start takes this way, and node's own recursion and `join` took three times as long. */
function filesBelow(folder) {
  if (!existsSync(`${home}/${folder}`)) return []
  return readdirSync(`${home}/${folder}`, { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`
    return entry.isDirectory() ? filesBelow(path) : [path]
  })
}
