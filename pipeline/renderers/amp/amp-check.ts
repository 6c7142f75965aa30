import { defineCheck, type Check } from '../../contract/check.ts'
import { sourcePlace } from '../../tools/source-place.ts'
import { ampValidator } from '../../tools/amp/amp-validator.ts'
import { hasValidator, validatorOrigin } from '../../tools/amp/validator-file.ts'

/** The AMP project's own validator over the AMP page of a story, where `npm run fetch-validators` has left it on this machine. */
export function ampCheck(isHere: typeof hasValidator = hasValidator): Check {
  return defineCheck({
    name: 'AMP validator',
    level: 'always',
    against: 'bytes',
    version: async () => ((await isHere()) ? { version: `${validatorOrigin.packageName} ${validatorOrigin.version}` } : { missing }),
    async judge({ artifact: { path, bytes }, article, report }) {
      const validator = await ampValidator()
      const page = new TextDecoder().decode(bytes)
      for (const { severity, ...finding } of validator?.check(page) ?? []) {
        report(severity === 'error' ? 'amp/invalid' : 'amp/warning', sourcePlace(article, page, finding), { path, ...finding })
      }
    },
  })
}

const missing = 'Run npm run fetch-validators once, with a connection to npm’s registry.'
