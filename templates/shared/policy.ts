/** What a page may load: its own stylesheet, fonts, pictures and media, and nothing from anyone else. */
export const contentSecurityPolicy = [
  "default-src 'none'", "style-src 'self'", "font-src 'self'", "img-src 'self'", "media-src 'self'", "base-uri 'none'", "form-action 'none'",
].join('; ')
