let loading: Promise<typeof import('pdfjs-dist')> | undefined

/**
 * The library that reads PDFs, with its worker, loaded once. For old engines it replaces functions of the language by its own, for
 * everything in this process: `push` becomes ten times slower. Those that Node has are put back.
 */
export function loadPdfjs(): Promise<typeof import('pdfjs-dist')> {
  loading ??= keepingTheLanguage(() => withoutFonts(async () => {
    const library = await import('pdfjs-dist/legacy/build/pdf.mjs')
    // Otherwise it would load this itself with the first file, and replace them then.
    await import('pdfjs-dist/legacy/build/pdf.worker.mjs' as string)
    return library
  }))
  return loading
}

/**
 * The library loads one that paints, which we never ask for anything, and that one opens every font of the system, of the user, and of a
 * folder below the working one: files of a newsroom, which nobody has inspected.
 */
async function withoutFonts<T>(work: () => Promise<T>): Promise<T> {
  const name = 'DISABLE_SYSTEM_FONTS_LOAD'
  const before = process.env[name]
  process.env[name] = '1'
  try {
    return await work()
  } finally {
    if (before === undefined) delete process.env[name]
    else process.env[name] = before
  }
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
