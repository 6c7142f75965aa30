import { describe, expect, it } from 'vitest'
import type { Diagnostic } from '../../pipeline/contract/diagnostic.ts'
import { refusal } from '../../pipeline/contract/outcome.ts'
import type { Manifest, ManifestFile } from '../../pipeline/run/manifest.ts'
import type { Edition } from '../../soak/compare/edition.ts'
import { compareWithClean } from '../../soak/compare/with-clean.ts'
import { differencesFromWitness } from '../../soak/compare/with-witness.ts'

const hash = (sign: string): string => sign.padEnd(64, '0')
const file = (path: string, sign: string, more: Partial<ManifestFile> = {}): ManifestFile => ({ path, article: null, renderer: null, audience: 'public', mediaType: 'text/html', size: 1, sha256: hash(sign), uses: [], checks: [], losses: [], diagnostics: [], ...more })
const page = (slug: string, sign: string): ManifestFile => file(`${slug}/index.html`, sign, { article: slug, renderer: 'html' })
const front = (sign: string): ManifestFile => file('index.html', sign, { renderer: 'site' })
const kills = (sign: string): ManifestFile => file('kills.json', sign, { renderer: 'kills' })
const error = (story: string): Diagnostic => ({ severity: 'error', rule: 'broken-yaml', scope: 'story', file: `articles/${story}.md`, reason: 'It is broken.', hint: 'Mend it.', story })

/** What stands in a folder: these files, the stories that they belong to, and what was reported. */
function edition(files: readonly ManifestFile[], diagnostics: readonly Diagnostic[] = []): Edition {
  const slugs = [...new Set(files.flatMap(({ article }) => article ?? []))]
  const manifest: Manifest = {
    schemaVersion: 1, generator: { name: 'galley', version: '1' }, publication: { name: 'Gazette', url: 'https://gazette.example' }, tools: {}, packages: {},
    stories: slugs.map((slug) => ({ slug, id: slug, source: `articles/${slug}.md`, path: slug, input: hash(slug), diagnostics: [] })),
    files: [...files],
  }
  return { manifest, files: new Map([...files.map(({ path, sha256 }) => [path, sha256] as const), ['manifest.json', JSON.stringify(manifest)]]), outcome: { ...refusal(diagnostics), exitCode: 1 } }
}

const withFile = (base: Edition, path: string, sign: string): Edition => ({ ...base, files: new Map([...base.files, [path, hash(sign)]]) })
const withTools = (base: Edition, tools: Record<string, string>, sign: string): Edition => ({ ...withFile(base, 'sbom.cdx.json', sign), manifest: { ...base.manifest, tools } })
const sound = edition([page('ferry', 'a'), front('f'), kills('k')])
const broken = [error('gale')]
const kept = edition([page('ferry', 'a'), page('gale', 'g'), front('both'), kills('k')], broken)
const withoutGale = edition([page('ferry', 'a'), front('f'), kills('k')], broken)

describe('a comparison with the witness', () => {
  it('has nothing against what is equal', () => {
    expect(differencesFromWitness(kept, edition([page('ferry', 'a'), page('gale', 'g'), front('both'), kills('k')], broken))).toEqual([])
  })

  it.each([
    ['other bytes', withFile(sound, 'index.html', 'x'), 'index.html: is x00000000000, should be f00000000000'],
    ['a file too many', withFile(sound, 'left-over.html', 'x'), 'left-over.html: should not be there'],
    ['a file too few', { ...sound, files: new Map([...sound.files].filter(([path]) => path !== 'index.html')) }, 'index.html: is missing'],
    ['another manifest', withFile(sound, 'manifest.json', 'x'), 'manifest.json: is x00000000000'],
    ['an error that it alone reports', { ...sound, outcome: kept.outcome }, 'an error that the witness does not have: articles/gale.md'],
  ])('finds %s', (_, soaked, found) => {
    expect(differencesFromWitness(soaked, sound)).toEqual([expect.stringContaining(found)])
  })
})

describe('a comparison with a clean build', () => {
  it('has nothing against what is equal', () => {
    expect(compareWithClean(sound, edition([page('ferry', 'a'), front('f'), kills('k')]), new Map())).toEqual({ differences: [], kept: [], excused: [] })
  })

  it('excuses what a story in error has kept, and the pages around it', () => {
    expect(compareWithClean(kept, withoutGale, kept.files)).toEqual({ differences: [], kept: ['gale'], excused: ['gale/index.html', 'index.html'] })
  })

  it('excuses tools of formats of which only kept files stand, and no others', () => {
    const [more, fewer] = [{ node: '20', pdf: 'Chromium 1' }, { node: '20' }]
    expect(compareWithClean(withTools(kept, more, 'x'), withTools(withoutGale, fewer, 'y'), kept.files)).toMatchObject({ differences: [], excused: ['gale/index.html', 'index.html', 'sbom.cdx.json'] })
    expect(compareWithClean(withTools(kept, fewer, 'x'), withTools(withoutGale, { node: '22' }, 'y'), kept.files).differences).toEqual(['manifest.json: begins otherwise'])
    expect(compareWithClean(withTools(sound, more, 'x'), withTools(sound, fewer, 'y'), new Map()).differences).toEqual([expect.stringContaining('sbom.cdx.json: is x'), 'manifest.json: begins otherwise'])
  })

  it('excuses a provenance only where the manifest is another one', () => {
    const [ours, theirs] = [withFile(kept, 'provenance.json', 'x'), withFile(withoutGale, 'provenance.json', 'y')]
    expect(compareWithClean(ours, theirs, kept.files)).toMatchObject({ differences: [], excused: ['gale/index.html', 'index.html', 'provenance.json'] })
    expect(compareWithClean(withFile(sound, 'provenance.json', 'x'), withFile(sound, 'provenance.json', 'y'), new Map()).differences).toEqual([expect.stringContaining('provenance.json: is x')])
  })

  it.each<[string, Edition, Edition, string]>([
    ['another page where nothing is wrong', edition([page('ferry', 'x'), front('f'), kills('k')]), sound, 'ferry/index.html: is x'],
    ['another front page where nothing is kept', edition([page('ferry', 'a'), front('x'), kills('k')]), sound, 'index.html: is x'],
    ['a page that should have gone', edition([page('ferry', 'a'), page('gale', 'g'), front('f'), kills('k')]), sound, 'gale: stands, and no error says why'],
    ['a file that no manifest lists', withFile(sound, 'left-over.html', 'x'), sound, 'left-over.html: should not be there'],
    ['a story in error that is not what it was', edition([page('ferry', 'a'), page('gale', 'new'), front('both'), kills('k')], broken), withoutGale, 'gale/index.html: should not be there'],
    ['another page of a story beside one in error', edition([page('ferry', 'x'), page('gale', 'g'), front('both'), kills('k')], broken), withoutGale, 'ferry/index.html: is x'],
    ['another list of kills', edition([page('ferry', 'a'), page('gale', 'g'), front('both'), kills('x')], broken), withoutGale, 'kills.json: is x'],
    ['a story that is not there', edition([front('f'), kills('k')]), sound, 'ferry/index.html: is missing'],
    ['an error that is not reported', { ...kept, outcome: sound.outcome }, withoutGale, 'an error that only a clean build has'],
  ])('finds %s', (_, soaked, clean, found) => {
    expect(compareWithClean(soaked, clean, kept.files).differences).toContainEqual(expect.stringContaining(found))
  })
})
