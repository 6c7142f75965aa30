import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { markdownDialect } from '../corpus/dialects/markdown.ts'
import { fillMedia, writeStories } from '../corpus/make-corpus.ts'
import { storyPhoto } from '../corpus/photo.ts'
import { shelf } from '../desk.ts'
import type { Peer } from './peer.ts'
import { programVersion } from './program-version.ts'

const files: Readonly<Record<string, string>> = {
  'hugo.toml': 'baseURL = "https://gazette.example/"\nlanguageCode = "en-GB"\ntitle = "The Bench Gazette"\nuglyURLs = true\ndisableKinds = ["taxonomy", "term", "RSS", "sitemap", "section"]\n',
  'layouts/_default/single.html': '<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>{{ .Title }}</title></head><body><main><article><h1>{{ .Title }}</h1>{{ .Content }}</article></main></body></html>\n',
  'layouts/index.html': '<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>{{ .Title }}</title></head><body></body></html>\n',
}

/** A site of Markdown pages with one layout; photos are copied, not cut. */
export const hugo: Peer = {
  name: 'hugo',
  makes: 'HTML',
  version: () => programVersion('hugo', 'version'),
  install: 'apt-get install hugo',
  prepare: async ({ folder, plan }) => {
    await writeStories(plan, markdownDialect, join(folder, 'content'))
    await fillMedia(plan, storyPhoto, { shelf, media: join(folder, 'static/media') })
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true })
      await writeFile(join(folder, path), text)
    }
  },
  command: ({ folder }) => ({ program: 'hugo', words: ['--quiet', '--config', 'hugo.toml', '--destination', 'out'], folder, seconds: 900 }),
}
