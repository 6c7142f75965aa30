/** @jsxImportSource hastscript */

/** The cover, a picture that fills the page. */
export function coverPage(src: string, alt: string) {
  return (
    <section class="cover" epub:type="cover">
      <img role="doc-cover" src={src} alt={alt} />
    </section>
  )
}
