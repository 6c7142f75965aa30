/** Characters that XML 1.0 (2.2) cannot hold become the replacement character, which shows that there was one. */
export function forXml(text: string): string {
  return text.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '\u{FFFD}')
}
