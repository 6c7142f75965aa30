import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { home } from '../../pipeline/tools/installation.ts'
import { markdownDialect } from '../corpus/dialects/markdown.ts'
import { fillMedia, writeStories } from '../corpus/make-corpus.ts'
import { storyPhoto } from '../corpus/photo.ts'
import { shelf } from '../desk.ts'
import { benchPackage } from './bench-package.ts'
import type { Peer } from './peer.ts'

const page = `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>{{ title }}</title></head><body><main><article><h1>{{ title }}</h1>{{ content | safe }}</article></main></body></html>\n`
const config = `export default function (eleventy) {
  eleventy.setUseGitIgnore(false)
  eleventy.addPassthroughCopy({ media: 'media' })
  eleventy.addGlobalData('layout', 'page.njk')
  eleventy.addGlobalData('permalink', '/{{ page.fileSlug }}.html')
  return { dir: { input: 'content', includes: '../layouts', output: 'out' } }
}
`

/** A site of Markdown pages with one layout; photos are copied, not cut. */
export const eleventy: Peer = {
  name: 'eleventy',
  makes: 'HTML',
  version: async () => {
    const found = benchPackage('@11ty/eleventy')
    return found && `Eleventy ${found.version}`
  },
  install: 'npm ci --prefix bench',
  prepare: async ({ folder, plan }) => {
    await writeStories(plan, markdownDialect, join(folder, 'content'))
    await fillMedia(plan, storyPhoto, { shelf, media: join(folder, 'media') })
    await mkdir(join(folder, 'layouts'))
    await writeFile(join(folder, 'layouts/page.njk'), page)
    await writeFile(join(folder, 'eleventy.config.mjs'), config)
  },
  command: ({ folder }) => ({
    program: process.execPath,
    words: [join(home, 'bench/node_modules/@11ty/eleventy/cmd.cjs'), '--config=eleventy.config.mjs', '--quiet'],
    folder,
    seconds: 900,
  }),
}
