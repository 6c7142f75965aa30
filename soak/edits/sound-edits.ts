import { addStory, hour, timeOf, type Newspaper } from '../newspaper/newspaper.ts'
import { isOut, toOne, type Edit } from './edit.ts'

/** What a newsroom does all day; no publish has anything against it. */
export const soundEdits: readonly Edit[] = [
  { name: 'appears', breaks: false, apply: (paper, chance) => addStory(paper, chance) !== undefined },
  { name: 'changes', breaks: false, apply: toOne(isOut, (story) => void story.version++) },
  { name: 'vanishes', breaks: false, apply: toOne(isOut, ({ slug }, paper) => vanish(paper, slug)) },
  { name: 'is killed', breaks: false, apply: toOne(isOut, (story, { now }) => {
    story.status = 'canceled'
    story.corrections.push({ date: timeOf(now), type: 'retraction', text: 'We could not stand by this report.' })
  }) },
  { name: 'is withheld', breaks: false, apply: toOne(isOut, (story) => void (story.status = 'withheld')) },
  { name: 'is a draft again', breaks: false, apply: toOne(isOut, (story) => void (story.status = 'draft')) },
  { name: 'is embargoed', breaks: false, apply: toOne(isOut, (story, { now }, chance) => void (story.embargo = timeOf(now + chance.whole(1, 80) * hour))) },
  { name: 'expires', breaks: false, apply: toOne(isOut, (story, { now }, chance) => void (story.expires = timeOf(now + chance.whole(1, 80) * hour))) },
  { name: 'is free again', breaks: false, apply: toOne((story) => !isOut(story) && story.hurt === undefined, (story) => {
    delete story.status
    delete story.embargo
    delete story.expires
  }) },
  { name: 'is corrected', breaks: false, apply: toOne(isOut, (story, { now }) => void story.corrections.push({ date: timeOf(now), type: 'correction', text: 'An earlier version named the wrong street.' })) },
  { name: 'is closed or opened', breaks: false, apply: toOne(isOut, (story) => {
    if (story.access) delete story.access
    else story.access = 'subscriber'
  }) },
  { name: 'is mended', breaks: false, apply: toOne((story) => story.hurt !== undefined, (story) => void delete story.hurt) },
  { name: 'moves', breaks: false, apply: toOne(isOut, (story, _paper, chance) => {
    const old = `${story.section}/${story.slug}`
    story.section = chance.pick(['city', 'harbour', 'money', 'country'].filter((section) => section !== story.section))
    story.formerly = [...story.formerly.filter((path) => !path.startsWith(`${story.section}/`)), old]
  }) },
  { name: 'photo changes', breaks: false, apply: (paper, chance) => chance.pick(paper.photos).version++ > 0 },
  { name: 'photo is taken out', breaks: false, apply: toOne((story) => isOut(story) && story.photo !== undefined, (story) => void delete story.photo) },
  { name: 'photo is put in', breaks: false, apply: toOne((story) => isOut(story) && story.photo === undefined, (story, { photos }, chance) => void (story.photo = chance.whole(0, photos.length - 1))) },
  { name: 'front changes', breaks: false, apply: (paper, chance) => {
    paper.front = chance.shuffled([...paper.stories.keys()]).slice(0, 3)
    return true
  } },
  { name: 'sections get longer or shorter', breaks: false, apply: (paper, chance) => {
    paper.section = chance.pick([5, 30, 60, 90].filter((length) => length !== paper.section))
    return true
  } },
]

/** Whatever asks for it is drawn anew for each story, so it comes less often. */
export const newSlogan: Edit = { name: 'slogan changes', breaks: false, apply: (paper, chance) => {
  paper.slogan = `The ${chance.pick(['morning', 'evening', 'late', 'weekend'])} edition, ${chance.whole(1, 999)}`
  return true
} }

/** A story goes, and whoever has shown it is told. */
function vanish({ stories, front }: Newspaper, slug: string): void {
  stories.delete(slug)
  if (front.includes(slug)) front.splice(front.indexOf(slug), 1)
  for (const story of stories.values()) story.refs = story.refs.filter((ref) => ref !== slug)
}
