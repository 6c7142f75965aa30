import type { Artifact, ValidateContext } from '../../contract/renderer.ts'
import { ampValidator, type AmpValidator } from '../../tools/amp/amp-validator.ts'

let loading: Promise<AmpValidator | undefined> | undefined

/** Let the AMP project's own validator judge pages; say so where it is not on this machine. It is loaded once. */
export async function validatePages(artifacts: readonly Artifact[], { article, report }: ValidateContext): Promise<void> {
  loading ??= ampValidator()
  const validator = await loading
  if (!validator) return report('amp/not-checked', { file: article.source }, {})
  for (const { path, bytes } of artifacts) {
    for (const { severity, ...finding } of validator.check(new TextDecoder().decode(bytes))) {
      report(severity === 'error' ? 'amp/invalid' : 'amp/warning', { file: article.source }, { path, ...finding })
    }
  }
}
