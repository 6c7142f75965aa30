import { defineCheck, type EditionSubject } from '../../contract/check.ts'
import { pageTree } from '../../markup/page/page-tree.ts'
import { readPage } from '../../markup/page/read-page.ts'
import { wordsFor } from '../../markup/words.ts'
import { ampValidator } from '../../tools/amp/amp-validator.ts'
import { hasValidator, validatorOrigin } from '../../tools/amp/validator-file.ts'
import { checkPage } from '../../tools/html-validate/check-page.ts'
import { packageVersion } from '../../tools/installation.ts'

const isAmp = ({ rel }: { rel: string }): boolean => rel === 'tombstone-amphtml'

/** The page in the place of a story: valid HTML that search engines are to forget, and that says what the newspaper has said. */
export const tombstoneCheck = defineCheck<unknown, EditionSubject>({
  name: 'Tombstones',
  level: 'always',
  against: 'story',
  judges: ({ mediaType }) => mediaType === 'text/html',
  version: async () => ({ version: packageVersion('html-validate') ?? '' }),
  async judge(subject) {
    const { artifact: { path, bytes }, planned, report } = subject
    const invalid = isAmp(planned) ? [] : (await checkPage(new TextDecoder().decode(bytes))).map(({ rule, message, line, column }) => `it is not valid HTML at ${line}:${column}: ${message} (html-validate: ${rule})`)
    for (const what of [...invalid, ...(await lacking(subject))]) report('kills/invalid', { file: '' }, { path, what })
  },
})

/** The AMP project’s own validator over the AMP page in the place of a story, where it is on this machine. */
export const ampTombstoneCheck = defineCheck<unknown, EditionSubject>({
  name: 'AMP validator',
  level: 'always',
  against: 'bytes',
  judges: isAmp,
  version: async () => ((await hasValidator()) ? { version: `${validatorOrigin.packageName} ${validatorOrigin.version}` } : { missing: 'Run npm run fetch-validators once, with a connection to npm’s registry.' }),
  async judge({ artifact: { path, bytes }, report }) {
    const validator = await ampValidator()
    for (const { code, message, line, column } of validator?.check(new TextDecoder().decode(bytes)) ?? []) report('kills/invalid', { file: '' }, { path, what: `it is not valid AMP at ${line}:${column}: ${message} (${code})` })
  },
})

async function lacking({ artifact, edition: { killed }, planned: { withdraws = [] }, publication }: EditionSubject): Promise<string[]> {
  const words = await readPage(artifact)
  const expected = [wordsFor(publication.language).withdrawn, ...killed.filter(({ slug }) => withdraws.includes(slug)).flatMap(({ retraction }) => retraction?.text ?? [])]
  return [
    ...expected.filter((sentence) => !words.includes(sentence)).map((sentence) => `it does not say “${sentence}”`),
    ...(isForgotten(artifact.bytes) ? [] : ['search engines may keep it']),
  ]
}

function isForgotten(bytes: Uint8Array): boolean {
  const nodes = [...pageTree(bytes).children]
  for (const node of nodes) {
    if (node.type !== 'element') continue
    if (node.tagName === 'meta' && node.properties['name'] === 'robots') return node.properties['content'] === 'noindex'
    nodes.push(...node.children)
  }
  return false
}
