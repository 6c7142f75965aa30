import { readFileSync, readdirSync } from 'node:fs'
import { join, posix } from 'node:path'
import { parseSync, Visitor } from 'oxc-parser'

/** A source file of ours: path below the repository, with forward slashes, and its code. */
export interface CodeFile {
  path: string
  code: string
}

/** Every TypeScript file below a folder of the repository, in the order of paths. */
export function codeBelow(repository: string, folder: string): CodeFile[] {
  const entries = readdirSync(join(repository, folder), { recursive: true, encoding: 'utf8' })
  const paths = entries.map((entry) => posix.join(folder, entry.replaceAll('\\', '/'))).filter((path) => /\.tsx?$/.test(path))
  return paths.toSorted().map((path) => ({ path, code: readFileSync(join(repository, path), 'utf8') }))
}

/** What a file asks another for. */
export interface Import {
  line: number
  specifier: string
  how: 'value' | 'type' | 'dynamic'
  names: readonly string[]
}

/** A member, call or date that a file makes use of. */
export interface Use {
  line: number
  /** As written: `process.exit`, `console.log`, `new Date()`. */
  what: string
}

/** Read with a real parser, so that neither a comment nor a string can pass for code. */
export function readFacts({ path, code }: CodeFile): { imports: Import[]; uses: Use[] } {
  const parsed = parseSync(path, code)
  const lineOf = (offset: number) => code.slice(0, offset).split('\n').length
  const imports: Import[] = []
  const uses: Use[] = []
  for (const { start, moduleRequest, entries } of parsed.module.staticImports) {
    const onlyTypes = entries.length > 0 && entries.every((entry) => entry.isType)
    imports.push({ line: lineOf(start), specifier: moduleRequest.value, how: onlyTypes ? 'type' : 'value', names: entries.flatMap((entry) => entry.importName.name ?? []) })
  }
  for (const { start, entries } of parsed.module.staticExports) {
    for (const { moduleRequest, isType } of entries) if (moduleRequest) imports.push({ line: lineOf(start), specifier: moduleRequest.value, how: isType ? 'type' : 'value', names: [] })
  }
  for (const { start, moduleRequest } of parsed.module.dynamicImports) {
    imports.push({ line: lineOf(start), specifier: code.slice(moduleRequest.start + 1, moduleRequest.end - 1), how: 'dynamic', names: [] })
  }
  new Visitor({
    MemberExpression: ({ start, end }) => {
      uses.push({ line: lineOf(start), what: code.slice(start, end).replace(/\s+/g, '') })
    },
    CallExpression: ({ start, callee }) => {
      if (callee.type === 'Identifier') uses.push({ line: lineOf(start), what: callee.name })
    },
    NewExpression: ({ start, callee, arguments: given }) => {
      if (callee.type === 'Identifier' && callee.name === 'Date' && given.length === 0) uses.push({ line: lineOf(start), what: 'new Date()' })
    },
  }).visit(parsed.program)
  return { imports, uses }
}
