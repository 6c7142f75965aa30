import { pathOf } from '../../ast/addresses.ts'
import { defineCheck, type Check } from '../../contract/check.ts'
import { readJsonLd, type JsonLdRules } from './json-ld-check.ts'
import { pageTree } from './page-tree.ts'

/** Width and height of a picture in pixels; undefined where the bytes are none. */
export type MeasureBytes = (path: string, bytes: Uint8Array) => Promise<{ width: number; height: number } | undefined>

/**
 * Every picture that the structured data of a page names is a file of this publish, in the size that the data says. A card may be missing:
 * it is another format's, which may be left out of a run, and tells itself where it fails.
 */
export function jsonLdPicturesCheck(rules: JsonLdRules, version: string, measure: MeasureBytes): Check {
  return defineCheck({
    name: 'JSON-LD pictures',
    level: 'full',
    against: 'story',
    version: async () => ({ version }),
    async judge({ artifact: { path, bytes }, article, publication, report }, { file }) {
      const { image = [], publisher } = readJsonLd(pageTree(bytes)) ?? {}
      for (const { url, width, height } of [...image, ...(publisher?.logo ? [publisher.logo] : [])]) {
        const place = pathOf(publication, url) ?? ''
        const picture = await file(place)
        if (picture === undefined && place.startsWith(`${article.path}/`)) continue
        const found = picture === undefined ? 'no file of this publish' : inWords(await measure(place, picture))
        const expected = inWords({ width, height })
        if (found !== expected) report(rules.error, { file: article.source }, { path, property: 'image', what: `${url} is ${found}, and should be ${expected}` })
      }
    },
  })
}

function inWords(size: { width: number | string; height: number | string } | undefined): string {
  return size === undefined ? 'no picture' : `a picture of ${size.width} × ${size.height} pixels`
}
