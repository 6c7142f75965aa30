/** @jsxImportSource hastscript */

/** An address in full, as a link that may be broken after its punctuation. Written from left to right in every language. */
export function address(url: string) {
  const parts = url.split(/(?<=[/?&=.#_-])(?=[^/])/)
  return <a class="printed-address" href={url} dir="ltr">{parts.flatMap((part, index) => (index ? [<wbr />, part] : [part]))}</a>
}
