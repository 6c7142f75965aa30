import { defineCheck, type Subject } from '../../contract/check.ts'
import { version } from '../../tools/installation.ts'
import { openPdf } from '../../tools/pdf/open-pdf.ts'
import { readTagTree } from '../../tools/pdf/tag-tree.ts'
import { textOfElement } from '../../tools/pdf/text-of-element.ts'

/** A finished file is judged by what every reader needs of it; what is missing is reported. */
export const pdfCheck = defineCheck<unknown>({
  name: 'PDF check',
  level: 'always',
  against: 'story',
  version: async () => ({ version }),
  judge: checkPdf,
})

async function checkPdf({ artifact, article, report }: Subject): Promise<void> {
  const place = { file: article.source }
  const missing = await openPdf(artifact.bytes, findMissing).catch((error: unknown) => [['a readable file', String(error)] as const])
  for (const [expected, found] of missing) report('pdf/broken', place, { expected, found })

  async function findMissing(pdf: Parameters<typeof readTagTree>[0]): Promise<(readonly [string, string])[]> {
    const { info } = (await pdf.getMetadata()) as { info: { Title?: string; Language?: string } }
    const trees = await readTagTree(pdf)
    const isTagged = (await pdf.getMarkInfo())?.Marked === true && trees.some(({ children }) => children.length > 0)
    return [
      ...(trees.some((tree) => textOfElement(tree) !== '') ? [] : [['text', 'none'] as const]),
      ...(isTagged ? [] : [['tags', 'none'] as const]),
      ...(info.Title === article.headline ? [] : [[`the title "${article.headline}"`, `"${info.Title ?? ''}"`] as const]),
      ...(info.Language === article.language ? [] : [[`the language "${article.language}"`, `"${info.Language ?? ''}"`] as const]),
    ]
  }
}
