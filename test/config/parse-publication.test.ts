import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { parsePublication, type Settings } from '../../pipeline/config/parse-publication.ts'

const formats = {
  html: z.strictObject({}),
  pdf: z.strictObject({ page: z.enum(['A4', 'Letter']).default('A4'), check: z.boolean().default(true), title: z.string().optional() }),
}
const head = 'name: The Ferry Gazette\nurl: https://gazette.example/\nlanguage: en-GB\n'

function parse(text: string) {
  return parsePublication({ path: 'publication.yml', bytes: new TextEncoder().encode(text) }, formats)
}

function settingsOf(text: string): Settings {
  const { settings, diagnostics } = parse(text)
  if (!settings) throw new Error(diagnostics.map(({ reason }) => reason).join('\n'))
  return settings
}

describe('publication.yml', () => {
  it('needs a name, an address and a language, and has a default for the rest', () => {
    expect(settingsOf(head)).toEqual({
      publication: { name: 'The Ferry Gazette', url: 'https://gazette.example', language: 'en-GB', timezone: 'UTC', social: {}, sections: [], front: [] },
      formats: new Map<string, unknown>([['html', {}], ['pdf', { page: 'A4', check: true }]]),
      rules: {},
      house: [],
      retext: [],
      pages: [],
    })
  })

  it('says where its logo is named, so that a missing one can be found', () => {
    expect(settingsOf(`${head}logo: media/boat.svg\n`).logo).toEqual({ path: 'media/boat.svg', place: { file: 'publication.yml', line: 4, column: 7 } })
  })

  it('composes the letters of sections and of slugs', () => {
    const { sections, front } = settingsOf(`${head}${'sections: { küste: Küste }\nfront: [grün]\n'.normalize('NFD')}`).publication
    expect([sections[0]?.id, front]).toEqual(['küste', ['grün']])
  })

  it('keeps sections in their order, numbers too', () => {
    expect(settingsOf(`${head}sections:\n  town: Town\n  2026: The year\n`).publication.sections).toEqual([{ id: 'town', name: 'Town' }, { id: '2026', name: 'The year' }])
  })

  it('makes only the formats that it lists, in the order of the registry', () => {
    expect([...settingsOf(`${head}formats: { pdf: { page: Letter }, html: {} }`).formats.keys()]).toEqual(['html', 'pdf'])
    expect([...settingsOf(`${head}formats:\n  pdf:\n`).formats]).toEqual([['pdf', { page: 'A4', check: true }]])
  })

  it('reads true, false and numbers in options as what they are, and as typed where text is wanted', () => {
    expect(settingsOf(`${head}formats: { pdf: { check: false, title: 007 } }`).formats.get('pdf')).toEqual({ page: 'A4', check: false, title: '007' })
    expect(settingsOf(`${head}formats: { pdf: { title: 12 } }`).formats.get('pdf')).toMatchObject({ title: '12' })
  })

  it('keeps the path of a base address without its last slash', () => {
    expect(settingsOf(head.replace('.example/', '.example/news/')).publication.url).toBe('https://gazette.example/news')
  })

  it('takes rules of the newsroom and of outside validators as they are', () => {
    expect(settingsOf(`${head}rules: { house/no-shouting: off, epub/RSC-005: warning, raw-html: error }`).rules).toEqual({
      'house/no-shouting': 'off', 'epub/RSC-005': 'warning', 'raw-html': 'error',
    })
  })

  it('speaks of the whole publication, whatever is wrong', () => {
    const { settings, diagnostics } = parse(`${head}name: Again\nweather: fine\ntimezone: &zone\nslogan: Boat #7\n`)
    expect(settings).toBeUndefined()
    expect(diagnostics.map(({ rule, scope }) => `${rule} ${scope}`)).toEqual(['duplicate-key publication', 'unknown-key publication', 'yaml-loses-words publication', 'yaml-loses-words publication'])
  })
})
