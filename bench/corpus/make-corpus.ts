import { existsSync } from 'node:fs'
import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { photoFile, photosIn } from './choose-photos.ts'
import type { Dialect } from './dialects/dialect.ts'
import { galleyDialect } from './dialects/galley.ts'
import { drawPhoto, storyPhoto, type PhotoSize } from './photo.ts'
import { inventStory } from './invent-story.ts'
import type { CorpusPlan } from './story.ts'
import { sections } from './word-lists.ts'

/** Where a corpus is written, and the shelf where photos wait to be copied into it. */
export interface CorpusPlace {
  folder: string
  shelf: string
  photo?: PhotoSize
}

/** Write a newspaper that Galley can publish: `publication.yml`, `articles/`, `media/`. What was in the folder goes. */
export async function makeCorpus(plan: CorpusPlan, { folder, shelf, photo = storyPhoto }: CorpusPlace): Promise<void> {
  await rm(folder, { recursive: true, force: true })
  await writeStories(plan, galleyDialect, join(folder, 'articles'))
  await fillMedia(plan, photo, { shelf, media: join(folder, 'media') })
  await writeFile(join(folder, 'publication.yml'), publication)
}

/** Write the stories of a corpus in a dialect, one file each. */
export async function writeStories(plan: CorpusPlan, { extension, write }: Dialect, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  for (let index = 0; index < plan.stories; index++) {
    const story = inventStory(plan, index)
    await writeFile(join(folder, `${story.slug}${extension}`), write(story))
  }
}

/** Draw each photo once and copy it; a photo has no story's name, so corpora of one seed share them. */
export async function fillMedia(plan: CorpusPlan, size: PhotoSize, { shelf, media }: { shelf: string; media: string }): Promise<void> {
  await Promise.all([shelf, media].map((folder) => mkdir(folder, { recursive: true })))
  for (let number = 0; number < photosIn(plan); number++) {
    const kept = join(shelf, `${plan.seed}-${size.width}-${photoFile(number)}`)
    if (!existsSync(kept)) await writeFile(kept, await drawPhoto(`${plan.seed}/${number}`, size))
    await copyFile(kept, join(media, photoFile(number)))
  }
}

const publication = `name: The Bench Gazette
url: https://gazette.example
language: en-GB
timezone: Europe/London
sections:
${Object.entries(sections).map(([id, name]) => `  ${id}: ${name}`).join('\n')}
formats:
  html: {}
  pdf: {}
  epub: {}
  amp: {}
  card: {}
`
