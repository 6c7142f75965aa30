/** A place of a story where an author writes, as lines of front matter and a body that hold what is given. */
export interface Written {
  front?: string
  body?: string
}

/** A string in YAML, which knows every string that JSON knows, written alike; what has no other form than an escape is escaped. */
export const quoted = (text: string): string => JSON.stringify(text).replace(/[\u007F-\u009F\u2028\u2029\uFEFF]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)
const attribute = (text: string): string => `"${text.replaceAll('"', '&quot;').replaceAll('\n', ' ')}"`
const lamp = 'src=/media/lens.png alt="A lens." credit="Board"'

/** Places of words, by name. */
export const textPlaces: Readonly<Record<string, (text: string) => Written>> = {
  'short texts of the front matter': (text) => ({ front: [
    `headline: ${quoted(text)}`, `headlines: { social: ${quoted(text)}, seo: ${quoted(text)}, print: ${quoted(text)} }`, `kicker: ${quoted(text)}`, `dateline: ${quoted(text)}`,
    `tags: [${quoted(text)}]`, `rights: { holder: ${quoted(text)}, notice: ${quoted(text)} }`, `byline: [{ name: ${quoted(text)}, role: ${quoted(text)}, location: ${quoted(text)} }]`,
    `related: [{ title: ${quoted(text)}, href: "https://lights.example/" }]`, `follow: { text: ${quoted(text)}, href: "https://lights.example/" }`,
  ].join('\n') }),
  'standfirst, contributors and corrections': (text) => ({
    front: `standfirst: ${quoted(text)}\ncontributors: ${quoted(text)}\ncorrections:\n  - { date: 2026-03-05T20:00:00+00:00, type: correction, text: ${quoted(text)} }`,
  }),
  'lead': (text) => ({ front: `lead: { src: /media/lighthouse.jpg, alt: ${quoted(text)}, caption: ${quoted(text)}, credit: ${quoted(text)}, copyright: ${quoted(text)} }` }),
  'id': (text) => ({ front: `id: ${quoted(text)}` }),
  'paragraph, heading, list and table': (text) => ({ body: `${text}\n\n## ${text}\n\n*Some **${text}** ~~${text}~~*\n\n> ${text}\n\n- [x] ${text}\n\n| ${text} | B |\n| :-- | --: |\n| ${text} | ${text} |` }),
  'code': (text) => ({ body: `\`\`\`${text.replaceAll('`', '')}\n${text}\n\`\`\`\n\n    ${text}\n\n\`${text.replaceAll('`', '')}\`` }),
  'footnote': (text) => ({ body: `Words.[^1]\n\n[^1]: ${text}` }),
  'title of a link and a picture': (text) => ({ body: `[Words](https://lights.example/ ${attribute(text)})\n\n![Words](/media/lens.png ${attribute(text)})` }),
  'gallery and figure': (text) => ({ body: `:::gallery[${text}]\n::figure[${text}]{src=/media/lens.png alt=${attribute(text)} credit=${attribute(text)} copyright=${attribute(text)}}\n::figure[${text}]{${lamp}}\n:::` }),
  'directive’s own attributes': (text) => ({ body: `::figure[Lens.]{#${text} .${text} ${lamp} ${text}}` }),
  'video and audio': (text) => ({
    body: `::video[${text}]{src=/media/lamp.mp4 poster=/media/dark.jpg title=${attribute(text)} credit=${attribute(text)} captions=/media/lamp.vtt}\n\n::audio[${text}]{src=/media/motor.mp3 title=${attribute(text)}}`,
  }),
  'embed and pull quote': (text) => ({ body: `::embed[${text}]{url="https://www.youtube.com/watch?v=abcdefghijk"}\n\n:::pullquote{by=${attribute(text)}}\n${text}\n:::` }),
  'box in a live update': (text) => ({ front: 'tone: live', body: `::::update[${text}]{time=2026-03-05T18:04:00+00:00}\n:::factbox[${text}]\n${text}\n:::\n::::\n\n:::note\n${text}\n:::` }),
  'gated story': (text) => ({ front: `access: { level: subscriber }\nheadline: ${quoted(text)}`, body: `${text}\n\n::paywall\n\n${text}` }),
}

/** Places of addresses, by name. */
export const addressPlaces: Readonly<Record<string, (address: string) => Written>> = {
  'link': (address) => ({ body: `[Words](${address})` }),
  'link in angles': (address) => ({ body: `[Words](<${address}> "Title")` }),
  'bare address': (address) => ({ body: `<${address}> and ${address}` }),
  'reference': (address) => ({ body: `[Words][one]\n\n[one]: <${address}>` }),
  'link in a table, a list and a footnote': (address) => ({ body: `| A |\n| - |\n| [boats](<${address}>) |\n\n- Of [the catch](<${address}>) less is left.[^1]\n\n[^1]: As [the board](<${address}>) says.` }),
  'picture': (address) => ({ body: `![Words](<${address}>)` }),
  'figure': (address) => ({ body: `::figure[Words]{src=${attribute(address)} alt="A lens." credit="Board"}` }),
  'video': (address) => ({ body: `::video[Words]{src=${attribute(address)} poster=/media/dark.jpg title="Film"}` }),
  'audio': (address) => ({ body: `::audio[Words]{src=${attribute(address)} title="Sound"}` }),
  'embed': (address) => ({ body: `::embed[Words]{url=${attribute(address)}}` }),
  'related': (address) => ({ body: `::related[Words]{href=${attribute(address)}}` }),
  'byline': (address) => ({ front: `byline: [{ name: Ana, url: ${quoted(address)} }]` }),
  'related below': (address) => ({ front: `related: [{ title: Words, href: ${quoted(address)} }]` }),
  'follow': (address) => ({ front: `follow: { text: Words, href: ${quoted(address)} }` }),
  'canonical': (address) => ({ front: `canonical: ${quoted(address)}` }),
  'lead': (address) => ({ front: `lead: { src: ${quoted(address)}, alt: A lens., credit: Board }` }),
  'standfirst': (address) => ({ front: `standfirst: ${quoted(`[Words](<${address}>)`)}` }),
  'correction': (address) => ({ front: `corrections:\n  - { date: 2026-03-05T20:00:00+00:00, type: correction, text: ${quoted(`[Words](<${address}>)`)} }` }),
}
