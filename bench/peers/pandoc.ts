import { execFile } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { markdownDialect } from '../corpus/dialects/markdown.ts'
import { fillMedia, writeStories } from '../corpus/make-corpus.ts'
import { storyPhoto } from '../corpus/photo.ts'
import { shelf } from '../desk.ts'
import type { Command } from '../measure/measure-command.ts'
import type { Peer, PeerSite } from './peer.ts'
import { programVersion } from './program-version.ts'

const pandocPeer = { version: () => programVersion('pandoc'), install: 'apt-get install pandoc', prepare: writeSite }

/** One call a story, as many at once as there are cores. */
export const pandocHtml: Peer = { ...pandocPeer, name: 'pandoc-html', makes: 'HTML', command: ({ folder }) => eachStory(folder, 'md', 'pandoc "$1.md" --standalone --to=html5 --output="$1.html"') }

export const pandocEpub: Peer = { ...pandocPeer, name: 'pandoc-epub', makes: 'EPUB', command: ({ folder }) => eachStory(folder, 'md', 'pandoc "$1.md" --output="$1.epub"') }

/** Prints pandoc's pages, which are made before; one call a story. */
export const weasyprint: Peer = {
  name: 'weasyprint',
  makes: 'PDF',
  version: async () => ((await programVersion('pandoc')) === undefined ? undefined : programVersion('weasyprint')),
  install: 'apt-get install pandoc weasyprint',
  prepare: async (site) => {
    await writeSite(site)
    const { program, words, folder } = pandocHtml.command(site)
    await promisify(execFile)(program, words, { cwd: folder })
  },
  command: ({ folder }) => eachStory(folder, 'html', 'weasyprint --quiet "$1.html" "$1.pdf"'),
}

async function writeSite({ folder, plan }: PeerSite): Promise<void> {
  await writeStories(plan, markdownDialect, folder)
  await fillMedia(plan, storyPhoto, { shelf, media: join(folder, 'media') })
}

/** Run a line of shell for every file with an extension; `$1` is its name without. */
function eachStory(folder: string, extension: string, line: string): Command {
  const script = `ls story-*.${extension} | sed 's/\\.${extension}$//' | xargs -P ${availableParallelism()} -I{} sh -c '${line}' sh {}`
  return { program: 'sh', words: ['-c', script], folder, seconds: 1200 }
}
