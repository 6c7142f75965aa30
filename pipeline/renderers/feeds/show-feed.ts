import type { Artifact, SnapshotFile } from '../../contract/renderer.ts'

/** What a reviewer reads of a feed: the file itself, texts shortened, without the hashes of pictures. */
export function showFeed({ path, bytes }: Artifact): SnapshotFile[] {
  const name = path.slice(path.lastIndexOf('/') + 1)
  const text = new TextDecoder().decode(bytes)
  return [{ name, text: text.replace(/(<content[^>]*>|"content_html": ")([^\n]{120})[^\n]*?(<\/content|",?\n)/g, '$1$2…$3').replace(/-[0-9a-f]{12}\./g, '.') }]
}
