/** @jsxImportSource hastscript */
import type { Element, Nodes } from 'hast'
import type { Logo } from '../../pipeline/ast/story-view.ts'
import { ampScript, boilerplate, boilerplateWithoutScripts } from '../shared/amp-boilerplate.ts'
import { contentSecurityPolicy } from '../shared/policy.ts'
import { body, type TombstoneView } from './body.tsx'

/** What the head of the page says. Addresses are as seen from the page. */
export interface PageHead {
  title: string
  stylesheets: readonly string[]
  mainFont: string
  icon?: string
}

/** The page in HTML. Search engines are told to forget it, and nothing else. */
export function page(view: TombstoneView, { title, stylesheets, mainFont, icon }: PageHead, logo?: Logo): Element {
  return element(
    <html lang={view.language} dir={view.direction}>
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={contentSecurityPolicy} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <link rel="preload" href={mainFont} as="font" type="font/woff2" crossorigin="anonymous" />
        {stylesheets.map((href) => <link rel="stylesheet" href={href} />)}
        {icon ? <link rel="icon" href={icon} /> : undefined}
        <meta name="robots" content="noindex" />
        <meta name="color-scheme" content="light dark" />
      </head>
      {body(view, logo)}
    </html>,
  )
}

/** What the head of the AMP page says; `canonical` is the absolute address of the page that it is a form of, which AMP demands. */
export interface AmpHead {
  title: string
  canonical: string
  styles: string
}

/** The same as an AMP page. */
export function ampPage(view: TombstoneView, { title, canonical, styles }: AmpHead, logo?: Logo): Element {
  return element(
    <html amp lang={view.language} dir={view.direction}>
      <head>
        <meta charset="utf-8" />
        <script async src={ampScript} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <style amp-boilerplate>{boilerplate}</style>
        <noscript><style amp-boilerplate>{boilerplateWithoutScripts}</style></noscript>
        <style amp-custom>{styles}</style>
        <meta name="robots" content="noindex" />
        <meta name="color-scheme" content="light dark" />
        <link rel="canonical" href={canonical} />
      </head>
      {body(view, logo)}
    </html>,
  )
}

function element(node: Nodes): Element {
  if (node.type !== 'element') throw new Error('Expected one element at the top of the page.')
  return node
}
