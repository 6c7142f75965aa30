import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { hashOf } from '../../pipeline/cache/hash-of.ts'
import { readLastManifest } from '../../pipeline/run/last-manifest.ts'
import { manifestName, printManifest, type Manifest, type ManifestFile, type ManifestStory } from '../../pipeline/run/manifest.ts'

let out: string
beforeEach(() => void (out = mkdtempSync(join(tmpdir(), 'galley-last-manifest-'))))
afterEach(() => rmSync(out, { recursive: true }))

function storyOf(slug: string, reason: string): ManifestStory {
  return { slug, id: `id-${slug}`, source: `articles/${slug}.md`, path: `sea/${slug}`, input: hashOf(slug), names: ['quay'], diagnostics: [{ severity: 'warning', rule: 'not-carried', file: `articles/${slug}.md`, reason, hint: '' }] }
}

function fileOf(slug: string): ManifestFile {
  return { path: `sea/${slug}/index.html`, article: slug, renderer: 'html', audience: 'public', mediaType: 'text/html', size: 7, sha256: hashOf(slug), uses: ['assets/font.woff2'], checks: [{ name: 'html-validate', version: '10', verdict: 'passed' }], losses: [], diagnostics: [] }
}

/** The text of a manifest of these stories. */
function manifestOf(slugs: readonly string[], reason = ''): string {
  const manifest: Manifest = {
    schemaVersion: 1, generator: { name: 'galley', version: '1' }, publication: { name: 'The "files": [ Post', url: 'https://harbourpost.example' }, tools: { node: '20' }, packages: {},
    stories: slugs.map((slug) => storyOf(slug, reason)),
    files: slugs.map(fileOf),
  }
  return [...printManifest(manifest)].join('')
}

/** All that is told of what stands, read by a run that knows this text and by one that does not. */
async function readBothWays(text: string) {
  writeFileSync(join(out, manifestName), text)
  const ways = await Promise.all([readLastManifest(out, (sha256) => sha256 === hashOf(text)), readLastManifest(out)])
  return ways.map((last) => {
    const told = last && {
      stories: last.stories.map((story) => ({ ...story, at: 0, length: 0, whole: last.wholeStory(story) })),
      files: last.files.map((file) => ({ ...file, at: 0, length: 0, whole: last.wholeFile(file) })),
    }
    last?.close()
    return told
  })
}

it.each([
  ['of several megabytes, in which letters of three bytes lie across every border', Array.from({ length: 900 }, (_, index) => `ferry-${index}`), '…’'.repeat(700)],
  ['whose texts look like its lines', ['ferry', 'quay'], 'Line\n  }\n  {\n "files": [\n ]'],
  ['without any story', [], ''],
])('tells of a manifest %s the same, whether it reads it by entries or as a whole', async (_, slugs, reason) => {
  const [byEntries, whole] = await readBothWays(manifestOf(slugs, reason))
  expect(byEntries?.stories.map(({ slug }) => slug)).toEqual([...slugs].sort())
  expect(byEntries).toEqual(whole)
  expect(byEntries?.files.map((file) => file.whole)).toEqual([...slugs].sort().map(fileOf))
})

it('tells what a run asks for of each story without reading it again', async () => {
  writeFileSync(join(out, manifestName), manifestOf(['ferry']))
  const last = await readLastManifest(out, () => true)
  last?.close()
  expect(last?.stories).toMatchObject([{ slug: 'ferry', id: 'id-ferry', source: 'articles/ferry.md', path: 'sea/ferry', names: ['quay'], corrections: [], access: undefined }])
})

it('looks through a manifest that is not known', async () => {
  writeFileSync(join(out, manifestName), manifestOf(['ferry']).replace('"sea/ferry"', '"../ferry"'))
  await expect(readLastManifest(out)).rejects.toThrow('must lie below dist/')
})

it('is nothing where nothing was published', async () => {
  expect(await readLastManifest(out)).toBeUndefined()
})
