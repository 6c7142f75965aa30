import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { catalogue, ruleOf } from '../../pipeline/contract/catalogue.ts'
import { storyRules } from '../../pipeline/rules/index.ts'
import { brokenStories } from '../support/broken-stories.ts'

const home = join(import.meta.dirname, '../..')

/**
 * Rules that no story or newspaper can break by what is written in it, and the tests that break them otherwise: by how the
 * command is called, by what two stories are to each other, by the disk, or by a damaged artifact.
 */
const testedElsewhere: Readonly<Record<string, string>> = {
  'amp/invalid': 'renderers/amp.test.ts',
  'unknown-explained': 'publish/cache.test.ts',
  'amp/warning': 'renderers/amp.test.ts',
  'amp/styles-too-large': 'renderers/amp.test.ts',
  'amp/embed-as-card': 'renderers/amp.test.ts',
  'card/headline-cut': 'renderers/card.test.ts',
  'card/missing-glyph': 'renderers/card.test.ts',
  'card/emoji-dropped': 'renderers/card.test.ts',
  'card/small-photo': 'renderers/card.test.ts',
  'card/wrong-size': 'renderers/card.test.ts',
  'card/too-heavy': 'renderers/card.test.ts',
  'card/empty-boxes': 'renderers/card.test.ts',
  'card/outside-safe-area': 'renderers/card.test.ts',
  'card/without-ink': 'renderers/card.test.ts',
  'epub/container': 'renderers/epub.test.ts',
  'epub/not-well-formed': 'renderers/epub.test.ts',
  'epub/broken-link': 'renderers/epub.test.ts',
  'epub/duplicate-id': 'renderers/epub.test.ts',
  'epub/navigation': 'renderers/epub.test.ts',
  'html/json-ld': 'markup/json-ld-check.test.ts',
  'amp/json-ld': 'markup/json-ld-check.test.ts',
  'html/json-ld-advice': 'markup/json-ld-check.test.ts',
  'amp/json-ld-advice': 'markup/json-ld-check.test.ts',
  'html/axe': 'tools/axe.test.ts',
  'amp/axe': 'tools/axe.test.ts',
  'epub/epubcheck': 'tools/epubcheck.test.ts',
  'epub/epubcheck-advice': 'tools/epubcheck.test.ts',
  'epub/ace': 'tools/ace.test.ts',
  'epub/ace-advice': 'tools/ace.test.ts',
  'html/nu': 'tools/nu.test.ts',
  'html/nu-advice': 'tools/nu.test.ts',
  'amp/nu': 'tools/nu.test.ts',
  'amp/nu-advice': 'tools/nu.test.ts',
  'html/invalid': 'renderers/html.test.ts',
  'json/invalid': 'renderers/json.test.ts',
  'pdf/no-browser': 'renderers/pdf.test.ts',
  'pdf/no-room': 'publish/full-disk.test.ts',
  'pdf/missing-letters': 'renderers/pdf.test.ts',
  'pdf/not-accessible': 'renderers/pdf-audit.test.ts',
  'pdf/not-claimed': 'renderers/pdf-audit.test.ts',
  'pdf/broken': 'renderers/pdf.test.ts',
  'pdf/refused': 'renderers/pdf-reports.test.ts',
  'pdf/too-long': 'renderers/pdf-reports.test.ts',
  'pdf/foreign-font': 'renderers/pdf-reports.test.ts',
  'bad-usage': 'publish/publish.test.ts',
  'unknown-format': 'run/refusals.test.ts',
  'only-matches-nothing': 'run/refusals.test.ts',
  'no-source': 'run/refusals.test.ts',
  'out-not-ours': 'run/refusals.test.ts',
  'out-overlaps-source': 'run/refusals.test.ts',
  'out-unwritable': 'run/refusals.test.ts',
  'out-unfinished': 'run/refusals.test.ts',
  'out-locked': 'run/refusals.test.ts',
  'manifest-unreadable': 'run/refusals.test.ts',
  'foreign-file': 'run/refusals.test.ts',
  'duplicate-slug': 'run/refusals.test.ts',
  'duplicate-id': 'run/refusals.test.ts',
  'unreadable-story': 'run/refusals.test.ts',
  'misnamed-story': 'run/source-folder.test.ts',
  'linked-folder': 'run/source-folder.test.ts',
  'not-checked': 'run/inspect.test.ts',
  'check-missing': 'run/inspect.test.ts',
  'check-failed': 'run/inspect.test.ts',
  'no-manifest': 'run/verify.test.ts',
  'file-missing': 'run/verify.test.ts',
  'file-changed': 'run/verify.test.ts',
  'file-added': 'run/verify.test.ts',
  'words-lost': 'coverage/coverage.test.ts',
  'words-misplaced': 'coverage/coverage.test.ts',
  'address-lost': 'coverage/coverage.test.ts',
  'no-git': 'run/touched-stories.test.ts',
  'not-a-repository': 'run/touched-stories.test.ts',
  'unknown-revision': 'run/touched-stories.test.ts',
  'shallow-clone': 'run/touched-stories.test.ts',
  'git-failed': 'run/touched-stories.test.ts',
  'report-unwritable': 'run/report-files.test.ts',
  'changed-meanwhile': 'publish/changed-meanwhile.test.ts',
  'renderer-failed': 'run/render-story.test.ts',
  'slow-format': 'run/within-limits.test.ts',
  'heavy-file': 'run/within-limits.test.ts',
  'not-carried': 'run/render-story.test.ts',
  'correction-gone': 'run/gone-corrections.test.ts',
  'unreadable-articles': 'run/compose-edition.test.ts',
  'unreadable-house-file': 'run/load-rules.test.ts',
  'unusable-house-rule': 'run/load-rules.test.ts',
  'duplicate-house-rule': 'run/load-rules.test.ts',
  'missing-retext-plugin': 'run/load-rules.test.ts',
  'house-rule-failed': 'run/load-rules.test.ts',
  'house-rule-example': 'run/check.test.ts',
  'teaser-lost': 'run/bind-edition.test.ts',
  'sitemap/invalid': 'renderers/sitemap.test.ts',
  'feeds/invalid': 'renderers/feeds.test.ts',
  'site/invalid': 'renderers/site.test.ts',
  'site/json-ld': 'renderers/site.test.ts',
  'site/old-address-taken': 'renderers/site.test.ts',
  'kills/invalid': 'renderers/kills.test.ts',
  'kills/axe': 'tools/kills-in-full.test.ts',
  'kills/nu': 'tools/kills-in-full.test.ts',
  'kills/nu-advice': 'tools/kills-in-full.test.ts',
  'site/axe': 'tools/site-in-full.test.ts',
  'site/nu': 'tools/site-in-full.test.ts',
  'site/nu-advice': 'tools/site-in-full.test.ts',
  'edition-failed': 'run/bind-edition.test.ts',
  'teaser-picture-lost': 'publish/lost-picture.test.ts',
  'provenance-unreadable': 'run/verify.test.ts',
  'unknown-front-story': 'run/bind-edition.test.ts',
}

const rules = Object.keys(catalogue)
const code = textOf('pipeline', (path) => path.endsWith('.ts') && !path.startsWith(join('contract', 'rules')))

describe('every rule of the catalogue', () => {
  it('is reported somewhere', () => {
    expect(rules.filter((rule) => !code.includes(`'${rule}'`))).toEqual([])
  })

  it('is shown by a broken story, by its own example, or by a test that the table names, and by one of them alone', () => {
    const shown = new Set([...brokenStories(), ...storyRules.map(({ id }) => id)])
    expect(rules.filter((rule) => shown.has(rule) === rule in testedElsewhere)).toEqual([])
  })

  it('is named in the test that the table says', () => {
    const silent = Object.entries(testedElsewhere).filter(([rule, test]) => !readFileSync(join(home, 'test', test), 'utf8').replaceAll('\\/', '/').includes(rule))
    expect(silent).toEqual([])
  })

  it('has a sentence that says when it is said', () => {
    const wordless = Object.entries(catalogue).filter(([, { description }]) => !/^\S.*\.$/s.test(description))
    expect(wordless.map(([rule]) => rule)).toEqual([])
  })

  it('begins with the name of its format, or has no slash', () => {
    const formats = readdirSync(join(home, 'pipeline/renderers'))
    expect(rules.filter((rule) => rule.includes('/') && !formats.includes(rule.slice(0, rule.indexOf('/'))))).toEqual([])
  })
})

describe('the look-up of a rule', () => {
  it('knows the rules, and nothing that every object has', () => {
    expect(ruleOf('missing-alt')).toBe(catalogue['missing-alt'])
    expect(['constructor', 'toString', '__proto__', 'missing-lat'].map(ruleOf)).toEqual([undefined, undefined, undefined, undefined])
  })
})

describe('the lists of this test', () => {
  it('name only rules that there are', () => {
    expect([...brokenStories(), ...Object.keys(testedElsewhere)].filter((rule) => !(rule in catalogue))).toEqual([])
  })
})

function textOf(folder: string, isWanted: (path: string) => boolean): string {
  const paths = readdirSync(join(home, folder), { recursive: true, encoding: 'utf8' }).filter(isWanted)
  return paths.map((path) => readFileSync(join(home, folder, path), 'utf8')).join('\n')
}
