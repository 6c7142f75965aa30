import { readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Article } from '../../pipeline/ast/article.ts'
import { nodeKinds, type NodeType } from '../../pipeline/ast/node-kinds.ts'
import { pdfNodes } from '../../pipeline/renderers/pdf/pdf-nodes.ts'
import { textOfPdf } from '../../pipeline/tools/pdf/text-of-pdf.ts'
import { findInOrder } from '../support/find-in-order.ts'
import { headWords, nodesOfKind, wordsOfNode } from '../support/words-of-kind.ts'

/** Look in each PDF of a published folder for all that its story says, as `article.json` beside it has it. */
async function lookForWords(folder: string): Promise<void> {
  const stories = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('article.json')).toSorted()
  let lost = stories.length === 0 ? 1 : 0
  for (const path of stories) {
    const missing = await missingFrom(join(folder, path))
    lost += missing.length
    process.stdout.write(`   ${missing.length === 0 ? 'whole' : 'LACKS'}  ${dirname(path)}  ${missing.map((words) => JSON.stringify(words)).join(' ')}\n`)
  }
  process.stdout.write(lost === 0 ? `Proved: ${stories.length} stories, no word lost.\n` : 'NOT proved.\n')
  process.exitCode = lost === 0 ? 0 : 1
}

/** The pieces of a story that are not in its PDF. */
async function missingFrom(articleFile: string): Promise<string[]> {
  const article = JSON.parse(readFileSync(articleFile, 'utf8')) as Article
  const text = await textOfPdf(new Uint8Array(readFileSync(join(dirname(articleFile), `${article.slug}.pdf`))))
  const kinds = Object.keys(nodeKinds) as NodeType[]
  const words = kinds.flatMap((kind) => nodesOfKind(article, kind).flatMap((node) => wordsOfNode(node, pdfNodes[kind], true)))
  // A pull quote that repeats the text is there for the eye only, and the text may have it with other punctuation.
  const quoted = new Set(nodesOfKind(article, 'pullQuote').flatMap((node) => ('text' in node ? [node.text] : [])))
  const isThere = (piece: string) => findInOrder(text, piece) || (quoted.has(piece) && findInOrder(bare(text), bare(piece)))
  return [...new Set([...headWords(article), ...words])].filter((piece) => !isThere(piece))
}

function bare(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N}\s]/gu, '')
}

const [folder] = process.argv.slice(2)
if (folder) await lookForWords(folder)
