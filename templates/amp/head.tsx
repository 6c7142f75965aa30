/** @jsxImportSource hastscript */
import type { OtherForm } from '../shared/page-body.tsx'
import { ampScript, boilerplate, boilerplateWithoutScripts, elementScript } from '../shared/amp-boilerplate.ts'

/** What the head of an AMP page says. */
export interface AmpHeadFacts {
  title: string
  description: string
  /** Absolute: the page that this one is the AMP form of. */
  canonical: string
  authors: readonly string[]
  alternates: readonly OtherForm[]
  /** Names of the elements of AMP's own that the page uses: each brings its script. */
  elements: readonly string[]
  /** All styles of the page. */
  styles: string
  /** JSON-LD, serialised and safe inside of a script element. */
  jsonLd: string
}

/** The head of an AMP page, in the order that lets a browser begin earliest. */
export function head(facts: AmpHeadFacts) {
  return (
    <head>
      <meta charset="utf-8" />
      <script async src={ampScript} />
      {facts.elements.map((name) => <script async custom-element={name} src={elementScript(name)} />)}
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{facts.title}</title>
      <style amp-boilerplate>{boilerplate}</style>
      <noscript>
        <style amp-boilerplate>{boilerplateWithoutScripts}</style>
      </noscript>
      <style amp-custom>{facts.styles}</style>
      <meta name="description" content={facts.description} />
      <meta name="robots" content="max-image-preview:large" />
      {facts.authors.map((author) => <meta name="author" content={author} />)}
      <meta name="color-scheme" content="light dark" />
      <link rel="canonical" href={facts.canonical} />
      <script type="application/ld+json">{facts.jsonLd}</script>
    </head>
  )
}
