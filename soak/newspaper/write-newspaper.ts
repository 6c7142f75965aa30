import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sections } from '../../bench/corpus/word-lists.ts'
import type { Newspaper } from './newspaper.ts'
import { photoFile, takePhoto } from './photos.ts'
import { writeStory } from './write-story.ts'

/** Writes a newspaper into its folder; only what is not there as it is to be, as editors do. */
export type Writer = (paper: Newspaper) => Promise<void>

/** Open the folder of a newspaper; photos wait on the shelf. */
export function openWriter(source: string, shelf: string): Writer {
  const written = new Map<string, string>()
  const put = async (path: string, sign: string, bytes: () => Promise<string | Uint8Array>): Promise<void> => {
    if (written.get(path) === sign) return
    await writeFile(join(source, path), await bytes())
    written.set(path, sign)
  }
  const drop = async (path: string): Promise<void> => {
    await rm(join(source, path), { force: true })
    written.delete(path)
  }
  return async (paper) => {
    await Promise.all(['articles', 'media'].map((folder) => mkdir(join(source, folder), { recursive: true })))
    const settings = publicationText(paper)
    await put('publication.yml', settings, async () => settings)
    for (const [number, { version, state }] of paper.photos.entries()) {
      const path = `media/${photoFile(number)}`
      if (state === 'gone') await drop(path)
      else await put(path, `${version} ${state}`, async () => cutShort(await takePhoto(paper.seed, number, version, shelf), state))
    }
    const stories = new Map([...paper.stories.values()].map((story) => [`articles/${story.slug}.md`, writeStory(story, paper)]))
    for (const [path, text] of stories) await put(path, text, async () => text)
    for (const path of written.keys()) if (path.startsWith('articles/') && !stories.has(path)) await drop(path)
  }
}

/** What is left of a file whose copying was interrupted. */
function cutShort(bytes: Uint8Array, state: 'whole' | 'truncated'): Uint8Array {
  return state === 'whole' ? bytes : bytes.subarray(0, Math.floor(bytes.length / 2))
}

function publicationText({ formats, slogan, front, section }: Newspaper): string {
  const options: Readonly<Record<string, string>> = { site: `{ section: ${section} }`, card: '{ sizes: [og] }' }
  return [
    'name: The Soaked Gazette',
    'url: https://gazette.example',
    'language: en-GB',
    'timezone: Europe/London',
    ...(slogan === undefined ? [] : [`slogan: ${slogan}`]),
    ...(front.length === 0 ? [] : [`front: [${front.join(', ')}]`]),
    'sections:',
    ...Object.entries(sections).map(([id, name]) => `  ${id}: ${name}`),
    'rules: { small-picture: off }',
    'formats:',
    ...formats.map((name) => `  ${name}: ${options[name] ?? '{}'}`),
    '',
  ].join('\n')
}
