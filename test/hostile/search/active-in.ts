import { unzipSync } from 'fflate'
import sharp from 'sharp'
import type { Artifact } from '../../../pipeline/contract/renderer.ts'
import { activeInCss } from './active-css.ts'
import { activeInHtml } from './active-html.ts'
import { activeInJson } from './active-json.ts'
import { activeInPdf } from './active-pdf.ts'
import { activeInXml } from './active-xml.ts'

/** What is active in a finished file, read with parsers that did not make it. Fails on a kind of file that it cannot read. */
export async function activeIn({ path, bytes }: Pick<Artifact, 'path' | 'bytes'>): Promise<string[]> {
  const text = () => new TextDecoder().decode(bytes)
  const extension = /\.([a-z]+)$/.exec(path)?.[1] ?? ''
  switch (extension) {
    case 'html':
      return activeInHtml(text())
    case 'xhtml': case 'xml': case 'opf': case 'ncx': case 'svg':
      return activeInXml(text())
    case 'json':
      return activeInJson(JSON.parse(text()))
    case 'css':
      return activeInCss(text())
    case 'pdf':
      return activeInPdf(bytes)
    case 'epub':
      return activeInBook(bytes)
    case 'jpg': case 'png': case 'webp': case 'avif':
      return activeInXml(new TextDecoder().decode((await sharp(bytes).metadata()).xmp ?? new TextEncoder().encode('<none/>')).replace(/<\?xpacket[^]*?\?>/g, '').trim())
    case 'txt': case 'woff': case 'mp': case 'vtt': case 'mimetype':
      return []
    default:
      throw new Error(`Nobody knows how to search ${path}.`)
  }
}

async function activeInBook(bytes: Uint8Array): Promise<string[]> {
  const files = Object.entries(unzipSync(bytes)).filter(([name]) => name !== 'mimetype' && /\.[a-z]+$/.test(name))
  return (await Promise.all(files.map(async ([path, content]) => (await activeIn({ path, bytes: content })).map((what) => `${path}: ${what}`)))).flat()
}
