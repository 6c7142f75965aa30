import { Article } from '../../ast/article.ts'
import { defineCheck } from '../../contract/check.ts'
import { version } from '../../tools/installation.ts'

/** `article.json` follows the schema that it is published with. */
export const jsonSchema = defineCheck({
  name: 'Article schema',
  level: 'always',
  against: 'bytes',
  version: async () => ({ version }),
  async judge({ artifact: { bytes }, article, report }) {
    const [issue] = Article.safeParse({ ...JSON.parse(new TextDecoder().decode(bytes)), places: {} }).error?.issues ?? []
    if (issue) report('json/invalid', { file: article.source }, { path: issue.path.join('.'), message: issue.message })
  },
})
