import { existsSync } from 'node:fs'
import { readFile, readdir } from 'node:fs/promises'
import { dirname, join, posix } from 'node:path'
import GithubSlugger from 'github-slugger'
import { describe, expect, it } from 'vitest'
import { commands } from '../../pipeline/cli.ts'

const home = join(import.meta.dirname, '../..')
const below = async (folder: string): Promise<string[]> => (await readdir(join(home, folder), { recursive: true })).filter((name) => name.endsWith('.md')).map((name) => posix.join(folder, name))
const pages = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'SECURITY.md', 'bench/README.md', 'soak/README.md', 'pipeline/markup/CLASSES.md', ...(await below('docs'))]

/** A page without what stands in blocks of code. */
const proseOf = async (page: string): Promise<string> => (await readFile(join(home, page), 'utf8')).replaceAll(/^(`{3,})[^]*?^\1$/gm, '')

/** The ends of addresses that GitHub gives to the headings of a page. */
async function anchorsOf(page: string): Promise<string[]> {
  const slugger = new GithubSlugger()
  return [...(await proseOf(page)).matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = '']) => slugger.slug(heading.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')))
}

async function leadsNowhere(page: string, target: string): Promise<boolean> {
  const [path = '', anchor] = target.split('#')
  const file = path === '' ? page : posix.normalize(posix.join(dirname(page), path))
  if (!existsSync(join(home, file))) return true
  return anchor !== undefined && !(await anchorsOf(file)).includes(anchor)
}

describe.each(pages)('%s', (page) => {
  it('links to files and headings that are there', async () => {
    const prose = (await proseOf(page)).replaceAll(/`[^`\n]+`/g, '')
    const targets = [...prose.matchAll(/\]\((?!https?:)([^)\s]+)\)/g)].map(([, target = '']) => target)
    const broken = await Promise.all(targets.map(async (target) => ((await leadsNowhere(page, target)) ? [target] : [])))
    expect(broken.flat()).toEqual([])
  })

  it('names npm scripts and flags that there are', async () => {
    const text = await readFile(join(home, page), 'utf8')
    const { scripts } = JSON.parse(await readFile(join(home, 'package.json'), 'utf8')) as { scripts: Record<string, string> }
    const flags = new Set(commands().commands.flatMap(({ options }) => options.flatMap(({ long }) => long ?? [])))
    const lines = [...text.matchAll(/npm run (?:-s )?([a-z][a-z-]+)(?:[ \t]+--[ \t]+([^`\n#]*))?/g)]
    expect(lines.flatMap(([, name = '']) => (name in scripts ? [] : [name]))).toEqual([])
    expect(lines.flatMap(([, name = '', words = '']) => (['bench', 'soak'].includes(name) ? [] : words.match(/(?<=^|\s)--[a-z-]+/g) ?? [])).filter((flag) => !flags.has(flag) && flag !== '--help')).toEqual([])
  })
})

it('docs/README.md leads to every page of docs', async () => {
  const index = await readFile(join(home, 'docs/README.md'), 'utf8')
  expect((await below('docs')).filter((page) => page !== 'docs/README.md' && !index.includes(`](${page.replace('docs/', '')})`))).toEqual([])
})
