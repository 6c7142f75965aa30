import type { Artifact, ValidateContext } from '../../contract/renderer.ts'
import { ampValidator } from '../../tools/amp/amp-validator.ts'

/** Let the AMP project's own validator judge pages; say so where it is not on this machine. */
export async function validatePages(
  artifacts: readonly Artifact[],
  { article, report }: Pick<ValidateContext, 'article' | 'report'>,
  load: typeof ampValidator = ampValidator,
): Promise<void> {
  const validator = await load()
  if (!validator) return report('amp/not-checked', { file: article.source }, {})
  for (const { path, bytes } of artifacts) {
    for (const { severity, ...finding } of validator.check(new TextDecoder().decode(bytes))) {
      report(severity === 'error' ? 'amp/invalid' : 'amp/warning', { file: article.source }, { path, ...finding })
    }
  }
}
