import { publicUrl } from '../ast/addresses.ts'
import type { Edition, EditionStory } from '../ast/edition.ts'
import { reportInto, type Report } from '../contract/catalogue.ts'
import type { EditionSubject } from '../contract/check.ts'
import type { Diagnostic } from '../contract/diagnostic.ts'
import type { PlannedEditionFile, ShownStory } from '../contract/edition.ts'
import type { Coverage } from '../contract/file-record.ts'
import type { Artifact, Renderer } from '../contract/renderer.ts'
import { cover } from '../coverage/cover.ts'
import { labelOf } from '../markup/label-of.ts'
import { askCheck, type Answer, type JudgedFile } from './judge-artifacts.ts'

/** What one format has made of the edition, before its judges. Plain data, because it crosses to another thread. */
export interface EditionJudgeJob {
  format: string
  files: readonly { planned: PlannedEditionFile; artifact: Artifact }[]
  edition: Edition
  options: unknown
}

/** Let every authority that judges in each publish judge what is about the publication as a whole, in the order of its files. Throws where one crashes. */
export async function judgeEdition(renderer: Renderer, { files, edition, options }: EditionJudgeJob, signal: AbortSignal): Promise<JudgedFile[]> {
  const told = { format: renderer.name }
  const subjects = files.map((file) => ({ ...file, format: renderer.name, edition, publication: edition.publication, options }))
  const answers: Map<string, Answer>[] = []
  for (const check of (renderer.editionChecks ?? []).filter(({ level }) => level === 'always')) {
    answers.push(await askCheck(check, subjects.map((one) => ({ planned: one.planned, told, subject: (report: Report) => ({ ...one, report }) })), { signal, file: async () => undefined }))
  }
  return Promise.all(
    subjects.map(async (subject) => {
      const found = answers.flatMap((answer) => answer.get(subject.planned.path) ?? [])
      const said = found.flatMap(({ diagnostics }) => diagnostics)
      const file = { path: subject.planned.path, checks: found.map(({ record }) => record), diagnostics: said }
      // What its authority refuses may not even be readable.
      if (said.some(({ severity }) => severity === 'error') || subject.planned.shows.length === 0) return file
      const { coverage, diagnostics } = await judgeTeasers(renderer, subject)
      return { ...file, coverage, diagnostics: [...said, ...diagnostics] }
    }),
  )
}

/** Prove that a file says of every story that it shows what a reader is entitled to find there: label, headline and standfirst, and the way to it. */
async function judgeTeasers(renderer: Renderer, { artifact, planned: { path, shows }, edition: { publication, stories } }: Omit<EditionSubject, 'report'>): Promise<{ coverage: Coverage; diagnostics: readonly Diagnostic[] }> {
  const bySlug = new Map(stories.map((story) => [story.slug, story]))
  const shown = shows.flatMap(({ slug, as }) => passagesOf(bySlug.get(slug), as))
  const addresses = shows.flatMap(({ slug }) => addressOf(bySlug.get(slug)))
  const { coverage, lost, lostAddresses } = cover({ blocks: [], anywhere: shown, addresses }, await renderer.text(artifact), await renderer.addresses(artifact), publicUrl(publication, path))
  const diagnostics: Diagnostic[] = []
  const report = reportInto(diagnostics, { format: renderer.name })
  for (const { story, kind, words } of lost) report('teaser-lost', { file: story.source }, { path, what: `the ${kind} “${words}”` })
  for (const { story, url } of lostAddresses) report('teaser-lost', { file: story.source }, { path, what: `a link to ${url}` })
  return { coverage, diagnostics }
}

function passagesOf(story: EditionStory | undefined, as: ShownStory['as']): { story: EditionStory; kind: string; words: string }[] {
  if (story === undefined || as === 'address') return []
  const parts = { label: labelOf(story)?.text, headline: story.headline, standfirst: as === 'teaser' ? story.standfirst : undefined }
  return Object.entries(parts).flatMap(([kind, words]) => (words === undefined ? [] : [{ story, kind, words }]))
}

function addressOf(story: EditionStory | undefined): { story: EditionStory; kind: string; url: string }[] {
  return story === undefined ? [] : [{ story, kind: 'story', url: story.url }]
}
