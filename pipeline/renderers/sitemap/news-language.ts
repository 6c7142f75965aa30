/** The code that Google News has for a language (BCP 47): two or three letters of ISO 639, but for Chinese, which it tells apart by its signs. */
export function newsLanguage(tag: string): string {
  const { language, script } = new Intl.Locale(tag).maximize()
  if (language === 'zh') return script === 'Hant' ? 'zh-tw' : 'zh-cn'
  return language
}
