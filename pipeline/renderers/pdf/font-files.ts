import type { RenderContext } from '../../contract/renderer.ts'
import type { MemoryFile } from '../../tools/browser/serve-from-memory.ts'
import { printFontRule, printFonts } from '../../../templates/pdf/print-fonts.ts'

/** The fonts of a page: their rules, and their bytes as the browser asks for them. */
export interface FontFiles {
  css: string
  /** Undefined: no font of ours has that path. */
  file(path: string): Promise<MemoryFile | undefined>
}

/** Every font that a page may use; the browser asks only for those whose letters it has. */
export async function fontFiles({ packageFile }: Pick<RenderContext, 'packageFile'>): Promise<FontFiles> {
  const ranges = new Map<string, Record<string, string>>()
  for (const name of new Set(printFonts.map(({ packageName }) => packageName))) {
    ranges.set(name, JSON.parse(new TextDecoder().decode(await packageFile(name, 'unicode.json'))) as Record<string, string>)
  }
  const byHref = new Map(printFonts.map((font) => [`/fonts/${font.packageName}/${font.file}`, font]))
  const rules = [...byHref].map(([href, font]) => printFontRule(font, href, ranges.get(font.packageName)?.[font.script] ?? 'U+0-10FFFF'))
  return {
    css: rules.join('\n'),
    file: async (path) => {
      const font = byHref.get(path)
      return font && { bytes: await packageFile(font.packageName, font.file), mediaType: 'font/woff2', isForAll: true }
    },
  }
}
