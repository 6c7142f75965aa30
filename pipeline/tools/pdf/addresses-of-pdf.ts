import { openPdf } from './open-pdf.ts'

/** Where the links of a PDF lead that leave it, page after page (link annotations with a URI action, ISO 32000-2, 12.6.4.8). */
export function addressesOfPdf(bytes: Uint8Array): Promise<string[]> {
  return openPdf(bytes, async (pdf) => {
    const addresses: string[] = []
    for (let number = 1; number <= pdf.numPages; number++) {
      // Of those for the screen, the library reads what text they lie on: all text of the page once more.
      const annotations = (await (await pdf.getPage(number)).getAnnotations({ intent: 'print' })) as { unsafeUrl?: string; url?: string }[]
      addresses.push(...annotations.flatMap(({ unsafeUrl, url }) => unsafeUrl ?? url ?? []))
    }
    return addresses
  })
}
