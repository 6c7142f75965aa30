import type { Article } from '../../pipeline/ast/article.ts'
import type { Publication } from '../../pipeline/ast/publication.ts'
import { reportInto } from '../../pipeline/contract/catalogue.ts'
import type { CheckContext } from '../../pipeline/contract/check.ts'
import type { Diagnostic } from '../../pipeline/contract/diagnostic.ts'
import type { Renderer } from '../../pipeline/contract/renderer.ts'

/** What one of a format's outside authorities says of artifacts that stand in the place of the story's first. */
export async function judgeInFull<Options>(
  renderer: Renderer<Options>, name: string, artifacts: readonly Uint8Array[], article: Article, publication: Publication, file: CheckContext['file'] = async () => undefined,
): Promise<Diagnostic[]> {
  const options = renderer.options.parse({})
  const [planned] = renderer.plan(article, options)
  const check = renderer.checks.find((one) => one.name === name)
  if (planned === undefined || check === undefined) throw new Error(`${renderer.title} has no check called ${name}.`)
  const found: Diagnostic[] = []
  const report = reportInto(found)
  const subjects = artifacts.map((bytes) => ({ format: renderer.name, artifact: { path: planned.path, mediaType: planned.mediaType, bytes }, planned, article, publication, options, report }))
  await check.judge(subjects, { signal: new AbortController().signal, file })
  return found
}
