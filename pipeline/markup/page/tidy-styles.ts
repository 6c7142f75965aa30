const tidied = new WeakMap<Uint8Array, string>()

/** A stylesheet as readers get it: comments and indents are for those who design the page. Every story has the same, so it is done once. */
export function tidyStyles(css: Uint8Array): string {
  const known = tidied.get(css)
  if (known !== undefined) return known
  const tidy = new TextDecoder().decode(css).replace(/\/\*[\s\S]*?\*\//g, '').replace(/\n\s*/g, '\n').trim()
  tidied.set(css, tidy)
  return tidy
}
