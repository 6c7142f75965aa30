/** A stylesheet as readers get it: comments and indents are for those who design the page. */
export function tidyStyles(css: Uint8Array): string {
  return new TextDecoder().decode(css).replace(/\/\*[\s\S]*?\*\//g, '').replace(/\n\s*/g, '\n').trim()
}
