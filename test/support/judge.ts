import type { Article } from '../../pipeline/ast/article.ts'
import type { Publication } from '../../pipeline/ast/publication.ts'
import type { Diagnostic, LostWords } from '../../pipeline/contract/diagnostic.ts'
import type { Artifact, Renderer } from '../../pipeline/contract/renderer.ts'
import { judgeArtifacts, type JudgedFile } from '../../pipeline/run/judge-artifacts.ts'

/** What a format's judges of every publish say of artifacts, which need not be the ones that it made. */
export async function judge<Options>(renderer: Renderer<Options>, artifacts: readonly Artifact[], article: Article, publication: Publication, options = renderer.options.parse({})): Promise<Diagnostic[]> {
  return (await judgeFiles(renderer, artifacts, article, publication, options)).flatMap(({ diagnostics }) => diagnostics)
}

/** The same, file by file and with what goes on record. */
export async function judgeFiles<Options>(
  renderer: Renderer<Options>, artifacts: readonly Artifact[], article: Article, publication: Publication, options = renderer.options.parse({}), lostWords: readonly LostWords[] = [],
): Promise<JudgedFile[]> {
  const plan = renderer.plan(article, options)
  const files = plan.flatMap((planned) => artifacts.filter(({ path }) => path === planned.path).map((artifact) => ({ planned, artifact })))
  return judgeArtifacts(renderer as Renderer, { format: renderer.name, files, article, publication, options, lostWords }, new AbortController().signal)
}
