/**
 * A fontconfig configuration of our own (fonts.conf(5)). Without any, Chromium prints pages on which no letter can be
 * seen, and says nothing. The fonts that came with the browser stand first; the system's only serve characters that no
 * font of the page has. The cache goes into the profile, so that nothing is left behind.
 */
export function fontsConf(folders: readonly string[], cacheFolder: string): string {
  const lines = folders.map((folder) => `  <dir>${escape(folder)}</dir>`)
  return [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">',
    '<fontconfig>',
    ...lines,
    '  <cachedir>/var/cache/fontconfig</cachedir>',
    `  <cachedir>${escape(cacheFolder)}</cachedir>`,
    '</fontconfig>',
    '',
  ].join('\n')
}

/** Where Linux systems keep fonts. */
export const systemFontFolders = ['/usr/share/fonts', '/usr/local/share/fonts'] as const

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
