import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { CannotMeasure } from '../cannot-measure.ts'
import { slugOf } from '../corpus/story.ts'
import { repeat, type Desk } from '../desk.ts'
import type { Publish } from '../galley.ts'
import type { Figure } from '../report/findings.ts'
import { setAside } from '../set-aside.ts'
import { copyPictures } from './pictures.ts'

/** One newspaper through its day: published cold, again with nothing changed, and again with one story changed. */
export interface Life {
  stories: number
  /** Beginning of the names of its figures: `html-` for `html-cold-100`; empty for all formats together. */
  prefix: string
  /** All of the publication where it is absent. */
  formats?: readonly string[]
  /** Cuts of pictures are in the cache already when it is published cold. */
  isWarm?: boolean
}

/** How long one publish may take. */
function secondsFor(stories: number): number {
  return 600 + stories * 0.6
}

/** Into an empty folder, with an empty cache; a single story three times. */
export function publishCold(desk: Desk, life: Life): Promise<Figure | undefined> {
  const { stories, isWarm } = life
  return desk.figure(facts(life, 'cold'), async () => {
    const work = await workOf(desk, life)
    return repeat(stories === 1 ? 3 : 1, async () => {
      await setAside(work.out)
      await (isWarm ? copyPictures(desk, stories, work.cache) : setAside(work.cache))
      return desk.galley.publish(work)
    })
  })
}

/** Over what was published cold. */
export function publishUnchanged(desk: Desk, life: Life): Promise<Figure | undefined> {
  return desk.figure(facts(life, 'unchanged'), async () => {
    const work = await afterCold(desk, life)
    return repeat(timesAgain(life), () => desk.galley.publish(work))
  })
}

/** Over what was published cold, with a sentence more in the first story, another one each time; at the end it is as it was. */
export function publishChanged(desk: Desk, life: Life): Promise<Figure | undefined> {
  return desk.figure(facts(life, 'changed'), async () => {
    const work = await afterCold(desk, life)
    const file = join(work.source, 'articles', `${slugOf(0)}.md`)
    const before = await readFile(file, 'utf8')
    try {
      return await repeat(timesAgain(life), async (round) => {
        await writeFile(file, before.replace(/\n## /, `\nThe clock of the hall was ${round + 2} minutes slow.\n\n## `))
        return desk.galley.publish(work)
      })
    } finally {
      await writeFile(file, before)
    }
  })
}

export async function liveThrough(desk: Desk, life: Life): Promise<void> {
  await publishCold(desk, life)
  await publishUnchanged(desk, life)
  await publishChanged(desk, life)
}

/** The same command for every publish of a life. */
export async function workOf(desk: Desk, { stories, prefix, formats }: Life): Promise<Publish> {
  const name = `${prefix}${stories}`
  return {
    source: await desk.newspaper(stories),
    out: join(desk.work, 'out', name),
    cache: join(desk.work, 'cache', name),
    ...(formats ? { formats } : {}),
    seconds: secondsFor(stories),
  }
}

async function afterCold(desk: Desk, life: Life): Promise<Publish> {
  const cold = await publishCold(desk, life)
  if (!cold) throw new CannotMeasure('it was not published cold')
  return workOf(desk, life)
}

/** Of a large newspaper, once tells enough. */
function timesAgain({ stories }: Life): number {
  return stories <= 1000 ? 3 : 1
}

function facts({ stories, prefix, formats, isWarm }: Life, state: 'cold' | 'unchanged' | 'changed') {
  const what = formats?.join(' + ') ?? 'all formats'
  const states = { cold: isWarm ? 'cold, variants cached' : 'cold', unchanged: 'unchanged', changed: 'one story changed' }
  return { name: `${prefix}${state}-${stories}`, title: `${states[state]}: ${what}`, stories }
}
