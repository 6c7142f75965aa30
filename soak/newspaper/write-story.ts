import { openChance } from '../../bench/corpus/chance.ts'
import { inventName, takePen } from '../../bench/corpus/write-prose.ts'
import { topics } from '../../bench/corpus/word-lists.ts'
import type { Newspaper, SoakStory } from './newspaper.ts'
import { photoFile } from './photos.ts'

/** A story as a file: the same words for the same seed, slug and version. */
export function writeStory(story: SoakStory, { seed }: Pick<Newspaper, 'seed'>): string {
  const chance = openChance(`${seed}/${story.slug}/${story.version}`)
  const topic = chance.pick(topics)
  const pen = takePen(chance, topic)
  const { town, thing, body } = pen.scene
  const front = [
    `headline: ${story.hurt === 'broken YAML' ? '"' : ''}${town} and ${thing}, part ${story.version}`,
    `standfirst: What ${body} decided about ${topic.matter}, and what it left open.`,
    `section: ${story.section}`,
    `byline: [${inventName(chance)}]`,
    `published: ${story.published}`,
    ...leadOf(story),
    ...relatedOf(story),
    ...stateOf(story),
  ]
  const blocks = [...pen.paragraphs(60), '## What comes next', ...pen.paragraphs(40), `:::pullquote{by="${inventName(chance)}"}\nNobody asked ${town}.\n:::`, ...pen.paragraphs(20)]
  const end = story.hurt === 'unclosed directive' ? [':::factbox[What is known]\nNothing yet.'] : []
  return `---\n${front.join('\n')}\n---\n${[...blocks, ...end].join('\n\n')}\n`
}

function leadOf({ photo, hurt }: SoakStory): string[] {
  if (hurt === 'missing picture') return leadLines('nobody-took-it.jpg')
  return photo === undefined ? [] : leadLines(photoFile(photo))
}

function leadLines(file: string): string[] {
  return ['lead:', `  src: /media/${file}`, `  alt: The house in question.`, `  caption: It stands empty.`, `  credit: Bench Pictures`]
}

function relatedOf({ refs, hurt }: SoakStory): string[] {
  const all = hurt === 'reference to nobody' ? [...refs, 'nobody-wrote-it'] : refs
  return all.length === 0 ? [] : ['related:', ...all.map((slug) => `  - ref: ${slug}`)]
}

function stateOf({ status, hurt, embargo, expires, access, formerly, corrections }: SoakStory): string[] {
  return [
    ...(hurt === 'misspelt status' ? ['status: usabel'] : status === undefined ? [] : [`status: ${status}`]),
    ...(embargo === undefined ? [] : [`embargo: { until: ${embargo} }`]),
    ...(expires === undefined ? [] : [`expires: ${expires}`]),
    ...(access === undefined ? [] : [`access: { level: ${access} }`]),
    ...(formerly.length === 0 ? [] : [`formerly: [${formerly.join(', ')}]`]),
    ...(corrections.length === 0 ? [] : ['corrections:', ...corrections.flatMap(({ date, type, text }) => [`  - date: ${date}`, `    type: ${type}`, `    text: ${text}`])]),
  ]
}
