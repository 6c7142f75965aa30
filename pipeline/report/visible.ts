/**
 * Control characters as the pictures that Unicode has for them (U+2400 to U+2421), so that a stray one from a story is seen, and
 * neither colours a log nor breaks XML. Tab and line ends stay.
 */
export function visible(text: string): string {
  // oxlint-disable-next-line no-control-regex
  return text.replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F]/g, (character) => String.fromCodePoint(0x2400 + character.charCodeAt(0))).replaceAll('\u007F', '\u2421')
}
