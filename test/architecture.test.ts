import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findBrokenRules, packagesAtStart } from './support/architecture.ts'
import { codeBelow } from './support/read-code.ts'

const repository = join(import.meta.dirname, '..')

describe('the shape of the house', () => {
  it('holds for every file of the pipeline and the templates', () => {
    const files = [...codeBelow(repository, 'pipeline'), ...codeBelow(repository, 'templates')]
    expect(files.length).toBeGreaterThan(20)
    expect(findBrokenRules(files)).toEqual([])
  })

  it('has in its bundle every package that a publish loads at once', () => {
    const start = readFileSync(join(repository, 'pipeline/start.js'), 'utf8')
    const [, list = ''] = /const inside = new Set\(\[([^]*?)\]\)/.exec(start) ?? []
    const inside = [...list.matchAll(/'([^']+)'/g)].map(([, name]) => name)
    // What is loaded on demand elsewhere has no names in the bundle: it is CommonJS.
    const outside = ['saxes']
    const early = packagesAtStart([...codeBelow(repository, 'pipeline'), ...codeBelow(repository, 'templates')])
    expect(early.length).toBeGreaterThan(10)
    expect(early.filter((name) => !inside.includes(name) && !outside.includes(name))).toEqual([])
  })

  const cases: { reason: string; path: string; code: string; found: string }[] = [
    {
      reason: 'a lower layer that knows a higher one',
      path: 'pipeline/ast/article.ts',
      code: "import type { Report } from '../contract/catalogue.ts'",
      found: 'pipeline/ast/article.ts:1 imports pipeline/contract/catalogue.ts: pipeline/ast may import nothing of ours.',
    },
    {
      reason: 'two folders of one layer that import each other',
      path: 'pipeline/parse/parse-article.ts',
      code: "// a note\nexport { resolveArticle } from '../resolve/resolve-article.ts'",
      found: 'pipeline/parse/parse-article.ts:2 imports pipeline/resolve/resolve-article.ts: pipeline/parse may import only pipeline/ast, pipeline/contract, pipeline/yaml.',
    },
    {
      reason: 'a renderer that imports another',
      path: 'pipeline/renderers/amp/renderer.ts',
      code: "import { page } from '../html/page.ts'",
      found: 'pipeline/renderers/amp/renderer.ts:1 imports pipeline/renderers/html/page.ts: a renderer knows no other renderer.',
    },
    {
      reason: "a renderer that takes another's template",
      path: 'pipeline/renderers/amp/renderer.ts',
      code: "import { Page } from '../../../templates/html/page.tsx'",
      found: 'pipeline/renderers/amp/renderer.ts:1 imports templates/html/page.tsx: of templates, only templates/amp/ and templates/shared/ may be used here.',
    },
    {
      reason: 'a template that reads the contract',
      path: 'templates/html/page.tsx',
      code: "import type { Renderer } from '../../pipeline/contract/renderer.ts'",
      found: 'templates/html/page.tsx:1 imports pipeline/contract/renderer.ts: templates may import only pipeline/ast, templates/shared.',
    },
    {
      reason: 'the run reaching up to the command',
      path: 'pipeline/run/publish.ts',
      code: "const cli = await import('../cli.ts')",
      found: 'pipeline/run/publish.ts:1 imports pipeline/cli.ts: pipeline/run may import',
    },
    {
      reason: 'a renderer with its own way to files',
      path: 'pipeline/renderers/pdf/renderer.ts',
      code: "import { readFile } from 'node:fs/promises'",
      found: 'pipeline/renderers/pdf/renderer.ts:1 imports node:fs/promises: only the context leads to a file.',
    },
    {
      reason: 'a file written outside of the run',
      path: 'pipeline/pictures/cut-picture.ts',
      code: "import { writeFile } from 'node:fs/promises'",
      found: 'pipeline/pictures/cut-picture.ts:1 imports writeFile: only pipeline/run writes files.',
    },
    {
      reason: 'a file written through the whole module',
      path: 'pipeline/resolve/resolve-article.ts',
      code: "import fs from 'node:fs'\nfs.promises.writeFile('a', 'b')",
      found: 'pipeline/resolve/resolve-article.ts:2 uses fs.promises.writeFile: only pipeline/run writes files.',
    },
    {
      reason: 'printing from within',
      path: 'pipeline/report/progress.ts',
      code: 'process.stdout.write("half way")',
      found: 'pipeline/report/progress.ts:1 uses process.stdout: only pipeline/cli.ts prints or sets the exit code.',
    },
    {
      reason: 'an exit code set from within',
      path: 'pipeline/run/publish.ts',
      code: 'process.exitCode = 1',
      found: 'pipeline/run/publish.ts:1 uses process.exitCode: only pipeline/cli.ts prints or sets the exit code.',
    },
    {
      reason: 'a clock in a template',
      path: 'templates/html/foot.tsx',
      code: 'export const year = new Date().getFullYear()',
      found: 'templates/html/foot.tsx:1 uses new Date(): equal input must give equal bytes.',
    },
    {
      reason: 'chance in a renderer',
      path: 'pipeline/renderers/epub/renderer.ts',
      code: 'const id = `${Math.random()}`',
      found: 'pipeline/renderers/epub/renderer.ts:1 uses Math.random: equal input must give equal bytes.',
    },
    {
      reason: 'a drawer for this and that',
      path: 'pipeline/markup/utils/words.ts',
      code: '',
      found: 'pipeline/markup/utils/words.ts:1 lies in a drawer; name the folder after what it is for.',
    },
    {
      reason: 'a folder that nobody has placed',
      path: 'pipeline/miscellany/words.ts',
      code: "import { Article } from '../ast/article.ts'",
      found: 'pipeline/miscellany/words.ts:1 imports pipeline/ast/article.ts: pipeline/miscellany has no layer',
    },
  ]

  it.each(cases)('refuses $reason', ({ path, code, found }) => {
    expect(findBrokenRules([{ path, code }])).toEqual([expect.stringContaining(found)])
  })

  it('refuses a heavy library that is loaded before it is needed, however far from the command', () => {
    const files = [
      { path: 'pipeline/cli.ts', code: "import { publish } from './run/publish.ts'" },
      { path: 'pipeline/run/publish.ts', code: "export { cutPicture } from '../pictures/cut-picture.ts'" },
      { path: 'pipeline/pictures/cut-picture.ts', code: "import sharp from 'sharp'\nconst write = () => import('./write-rights.ts')" },
      { path: 'pipeline/pictures/write-rights.ts', code: "import exifr from 'exifr'" },
    ]
    expect(findBrokenRules(files)).toEqual([
      'pipeline/pictures/cut-picture.ts:1 loads sharp as soon as the command starts (pipeline/run/publish.ts > pipeline/pictures/cut-picture.ts); import it dynamically where it is needed.',
    ])
  })

  it.each([
    ['a comment', '// import sharp from "sharp"; Date.now()'],
    ['a string', 'export const example = "process.exit(1); Math.random()"'],
    ['a date of the article', 'export const date = new Date("2026-03-04T18:05:00Z")'],
    ['a type of a heavy library', "import type { Sharp } from 'sharp'"],
    ['a heavy library at the moment of need', "export const load = () => import('sharp')"],
  ])('takes %s for what it is', (_what, code) => {
    expect(findBrokenRules([{ path: 'pipeline/renderers/card/renderer.ts', code }])).toEqual([])
  })
})
