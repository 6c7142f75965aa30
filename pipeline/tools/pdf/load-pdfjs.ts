let loading: Promise<typeof import('pdfjs-dist')> | undefined

/**
 * The library that reads PDFs, with its worker, loaded once. For old engines it replaces functions of the language by its own, for
 * everything in this process: `push` becomes ten times slower. Those that Node has are put back.
 */
export function loadPdfjs(): Promise<typeof import('pdfjs-dist')> {
  loading ??= keepingTheLanguage(async () => {
    const library = await import('pdfjs-dist/legacy/build/pdf.mjs')
    // Otherwise it would load this itself with the first file, and replace them then.
    await import('pdfjs-dist/legacy/build/pdf.worker.mjs' as string)
    return library
  })
  return loading
}

async function keepingTheLanguage<T>(work: () => Promise<T>): Promise<T> {
  const own = { list: functionsOf(Array.prototype, 'push'), json: functionsOf(JSON, 'parse', 'stringify'), code: functionsOf(Function.prototype, 'toString') }
  try {
    return await work()
  } finally {
    Object.assign(Array.prototype, own.list)
    Object.assign(JSON, own.json)
    Object.assign(Function.prototype, own.code)
  }
}

function functionsOf<T, Name extends keyof T>(holder: T, ...names: Name[]): Pick<T, Name> {
  return Object.fromEntries(names.map((name) => [name, holder[name]])) as Pick<T, Name>
}
