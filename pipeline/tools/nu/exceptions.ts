/** One message of the Nu HTML checker that is not heeded, and why. */
export interface Exception {
  /** The whole message. */
  message: RegExp
  /** What of the page the message must be about. */
  about?: RegExp
  reason: string
}

/** What a page is made as, and judged as. */
export type PageKind = 'html' | 'amp'

/** Every message that is not heeded, by the pages that it may be about. Whatever is not in this table counts. */
export const exceptions: Readonly<Record<PageKind, readonly Exception[]>> = {
  html: [
    {
      message: /^Resource violates Content Security Policy \(meta tag\): [a-z ]+ “(\.\.\/|\/)*(?:[^”:]*\/)?assets\/[^”]+” blocked by “(img|style|media|font)-src” directive\.$/,
      reason: 'The checker reads the page from a disk, where it has no origin that \'self\' could name. On its site these addresses are of its own origin (CSP 3, 6.7.2.8).',
    },
    {
      message: /^Inline script violates Content Security Policy \(meta tag\): blocked by “script-src” directive \(missing “‘unsafe-inline’” or nonce\/hash\)\.$/,
      about: /<script type="application\/ld\+json">/,
      reason: 'JSON-LD is a data block: it ends in step 12 of “prepare the script element” (HTML, 4.12.1.1) before any policy is asked, and is never run.',
    },
  ],
  // https://amp.dev/documentation/guides-and-tutorials/learn/spec/amphtml: what that format demands; the AMP validator judges it.
  amp: [
    { message: /^Attribute “amp” not allowed on element “html” at this point\.$/, reason: 'An AMP page must say so on its first element.' },
    { message: /^Attribute “amp-(boilerplate|custom)” not allowed on element “style” at this point\.$/, reason: 'An AMP page must mark its two kinds of styles.' },
    { message: /^Attribute “custom-element” not allowed on element “script” at this point\.$/, reason: 'An AMP page must name the element that a script brings.' },
    {
      message: /^Element “(source|track)” not allowed as child of element “amp-(video|audio)” in this context\. \(Suppressing further errors from this subtree\.\)$/,
      reason: 'AMP’s players take the children of the players that they stand for.',
    },
  ],
}
