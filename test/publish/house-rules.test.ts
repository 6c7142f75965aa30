import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { Inspection, Outcome } from '../../pipeline/contract/outcome.ts'
import { galley } from '../support/run-galley.ts'
import { foundNewspaper, hashesBelow, story, type SmallNewspaper } from '../support/small-newspaper.ts'

const now = '2026-11-23T12:00:00Z'
const open: SmallNewspaper[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((paper) => paper.close()))
})

async function newspaper(words: string): Promise<SmallNewspaper> {
  const paper = await foundNewspaper({ ferry: story('Ferry stays in port', 'standfirst: Fog.\n') })
  open.push(paper)
  await paper.write('publication.yml', 'name: The Ferry Gazette\nurl: https://gazette.example\nlanguage: en-GB\nsections: { sea: Sea }\nformats: { html: {} }\nhouse: [./rules/words.mjs]\n')
  await paper.write('rules/words.mjs', rule(words))
  return paper
}

function rule(word: string, severity = 'warning'): string {
  return `export default { id: 'house/words', severity: '${severity}', description: 'A word is used.', good: 'None.', bad: 'The ${word}.',
    check(story, { report, passages }) { for (const { text, placeAt } of passages) if (text.includes('${word}')) report(placeAt(text.indexOf('${word}')), 'Found ${word}.') } }`
}

async function publish({ source, out, folder }: SmallNewspaper): Promise<{ code: number | null; told: string[]; outcome: Outcome }> {
  const { code, stdout } = await galley(['publish', '--json', '--source', source, '--out', out, '--now', now, '--cache', join(folder, 'cache')])
  const outcome = JSON.parse(stdout) as Outcome
  return { code, outcome, told: outcome.diagnostics.map(({ line, column, severity, reason }) => `${line}:${column} ${severity} ${reason}`) }
}

describe('a publish', () => {
  it('judges by the rules of the newsroom, and tells of a story that has not changed by a rule that has', async () => {
    const paper = await newspaper('boat')
    expect(await publish(paper)).toMatchObject({ code: 0, told: ['8:11 warning Found boat.'] })
    const again = await publish(paper)
    expect(again.told).toEqual(['8:11 warning Found boat.'])
    expect(again.outcome.work).toMatchObject([{ drawn: 0 }, { drawn: 0 }, { drawn: 0 }])
    await paper.write('rules/words.mjs', rule('second'))
    const changed = await publish(paper)
    expect(changed.told).toEqual(['10:5 warning Found second.'])
    expect(changed.outcome.work).toMatchObject([{ drawn: 0 }, { drawn: 0 }, { drawn: 0 }])
  })

  it('leaves a story as it was that breaks a rule of the newsroom’s own', async () => {
    const paper = await newspaper('boat')
    await publish(paper)
    const before = await paper.published()
    await paper.write('rules/words.mjs', rule('boat', 'error'))
    await paper.write('articles/ferry.md', story('Ferry sails', 'standfirst: Sun.\n'))
    expect(await publish(paper)).toMatchObject({ code: 1, told: ['8:11 error Found boat.'], outcome: { stories: { published: 0, failed: 1 } } })
    expect({ ...(await paper.published()), 'manifest.json': '' }).toEqual({ ...before, 'manifest.json': '' })
  })

  it('tells of a link again when the story at its end has gone, though the story with the link is the same', async () => {
    const paper = await newspaper('nothing')
    await paper.write('articles/ferry.md', story('Ferry stays in port', 'standfirst: Fog.\n').replace('seven', '[seven](/sea/timetable/)'))
    await paper.write('articles/timetable.md', story('Winter timetable', 'standfirst: Seven.\n'))
    expect(await publish(paper)).toMatchObject({ code: 0, told: [] })
    await paper.write('articles/timetable.md', story('Winter timetable', 'standfirst: Seven.\nstatus: withheld\n'))
    expect((await publish(paper)).told).toEqual(['8:24 warning The story at https://gazette.example/sea/timetable/ is not public.'])
    await paper.remove('articles/timetable.md')
    expect(await publish(paper)).toMatchObject({ code: 1, told: ['8:24 error Nothing stands at https://gazette.example/sea/timetable/.'] })
  })

  it('spares a check what it has judged, and the check keeps nothing', async () => {
    const paper = await newspaper('second')
    await publish(paper)
    const kept = await hashesBelow(join(paper.folder, 'cache'))
    await paper.write('articles/gale.md', story('Gale closes the bar', 'standfirst: Wind.\n'))
    const check = async (...more: string[]) => {
      const { stdout } = await galley(['check', '--json', '--source', paper.source, '--now', now, ...more])
      return (JSON.parse(stdout) as Inspection).diagnostics.map(({ file, line }) => `${file}:${line}`)
    }
    expect(await check('--cache', join(paper.folder, 'cache'))).toEqual(['articles/ferry.md:10', 'articles/gale.md:10'])
    expect(await check('--no-cache')).toEqual(['articles/ferry.md:10', 'articles/gale.md:10'])
    expect(await hashesBelow(join(paper.folder, 'cache'))).toEqual(kept)
  })

  it('touches nothing where a rule cannot be loaded', async () => {
    const paper = await newspaper('boat')
    await paper.write('rules/words.mjs', 'export default 7')
    expect(await publish(paper)).toMatchObject({ code: 2, told: ['6:9 error "rules/words.mjs" cannot be used: expected an object as default export.'] })
    expect(await paper.published()).toEqual({})
  })
})

describe('The Harbour Post', () => {
  it('keeps the rules of the house and its own, drafts and held stories, too', async () => {
    const { code, stdout } = await galley(['check', '--json', '--source', join(import.meta.dirname, '../../source'), '--now', now])
    const inspection = JSON.parse(stdout) as Inspection
    expect(inspection.diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([])
    expect(code).toBe(0)
    expect(inspection.stories.checked).toBeGreaterThanOrEqual(25)
  })
})
