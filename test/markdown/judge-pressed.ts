import { checkPage } from '../../pipeline/renderers/html/check-page.ts'
import { findFaults } from '../../pipeline/renderers/epub/validate-book.ts'
import type { AmpValidator } from '../../pipeline/tools/amp/amp-validator.ts'
import type { Pressed } from './press-example.ts'

/** What the authority of each format has against the files, a line each. */
export async function faultsOf({ html, amp, epub }: Pick<Pressed, 'html' | 'amp' | 'epub'>, validator: AmpValidator): Promise<string[]> {
  const page = await checkPage(new TextDecoder().decode(html.bytes))
  return [
    ...page.map(({ rule, message }) => `html ${rule}: ${message}`),
    ...validator.check(new TextDecoder().decode(amp.bytes)).map(({ code, message }) => `amp ${code}: ${message}`),
    ...findFaults(epub.bytes).map(({ rule, what }) => `epub ${rule}: ${what}`),
  ]
}
