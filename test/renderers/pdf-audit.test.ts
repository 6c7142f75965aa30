import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFRawStream, PDFString, decodePDFRawStream } from '@cantoo/pdf-lib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Article } from '../../pipeline/ast/article.ts'
import { auditPdf } from '../../pipeline/renderers/pdf/audit/audit-pdf.ts'
import { conditions, type ConditionId } from '../../pipeline/renderers/pdf/audit/conditions.ts'
import { contentOf, replaceContent } from '../../pipeline/renderers/pdf/page-content.ts'
import { pdf } from '../../pipeline/renderers/pdf/renderer.ts'
import { tagElements } from '../../pipeline/renderers/pdf/tag-elements.ts'
import { judgeFiles } from '../support/judge.ts'
import { openNewsroom, type TestNewsroom } from '../support/newsroom.ts'

const key = PDFName.of

let newsroom: TestNewsroom
let article: Article
let printed: Uint8Array
beforeAll(async () => {
  newsroom = await openNewsroom()
  article = await newsroom.article('every-node')
  const [artifact] = (await newsroom.draw(pdf as never, article)).artifacts
  printed = artifact?.bytes ?? new Uint8Array()
})
afterAll(async () => {
  await pdf.close?.()
  await newsroom.close()
})

const open = () => PDFDocument.load(printed, { updateMetadata: false })

/** The first element of a type, and all of them. */
const tags = (file: PDFDocument, type: string): PDFDict[] => [...tagElements(file)].filter((element) => element.lookup(key('S')) === key(type))
function tag(file: PDFDocument, type: string): PDFDict {
  const [first] = tags(file, type)
  if (!first) throw new Error(`The file has no ${type}.`)
  return first
}
const retag = (file: PDFDocument, type: string, to: string): void => tag(file, type).set(key('S'), key(to))
const rootOf = (file: PDFDocument): PDFDict => file.catalog.lookup(key('StructTreeRoot'), PDFDict)
const firstPage = (file: PDFDocument) => file.getPage(0)
const paint = (file: PDFDocument, change: (content: string) => string): void => replaceContent(file, firstPage(file), change(contentOf(firstPage(file))))

function link(file: PDFDocument): PDFDict {
  return firstPage(file).node.lookup(key('Annots'), PDFArray).lookup(0, PDFDict)
}
function annotate(file: PDFDocument, entries: Record<string, string>): void {
  const annotation = PDFDict.withContext(file.context)
  for (const [name, value] of Object.entries({ Type: 'Annot', ...entries })) annotation.set(key(name), key(value))
  firstPage(file).node.lookup(key('Annots'), PDFArray).push(annotation)
}
function streamOf(dict: PDFDict, entry: string): PDFRawStream {
  const stream = dict.lookup(key(entry))
  if (!(stream instanceof PDFRawStream)) throw new Error(`There is no stream ${entry}.`)
  return stream
}
function xmp(file: PDFDocument, change: (text: string) => string): void {
  const text = Buffer.from(streamOf(file.catalog, 'Metadata').getContents()).toString('utf8')
  file.catalog.set(key('Metadata'), file.context.register(file.context.stream(new TextEncoder().encode(change(text)))))
}
function font(file: PDFDocument): PDFDict {
  const fonts = firstPage(file).node.Resources()?.lookup(key('Font'), PDFDict)
  const [name] = fonts?.keys() ?? []
  if (!fonts || !name) throw new Error('The page has no font.')
  return fonts.lookup(name, PDFDict)
}
const descendant = (file: PDFDocument): PDFDict => font(file).lookup(key('DescendantFonts'), PDFArray).lookup(0, PDFDict)
const descriptor = (file: PDFDocument): PDFDict => descendant(file).lookup(key('FontDescriptor'), PDFDict)
function unicode(file: PDFDocument, change: (rules: string) => string): void {
  const map = Buffer.from(decodePDFRawStream(streamOf(font(file), 'ToUnicode')).decode()).toString('latin1')
  font(file).set(key('ToUnicode'), file.context.register(file.context.flateStream(Buffer.from(change(map), 'latin1'))))
}
/** An encoding of the file's own, made for other characters than its font. */
function encodingOf(file: PDFDocument, entries: Record<string, unknown>): void {
  const stream = file.context.stream('', { CIDSystemInfo: { Registry: PDFString.of('Adobe'), Ordering: PDFString.of('Identity'), Supplement: 0 } } as never)
  for (const [name, value] of Object.entries(entries)) stream.dict.set(key(name), file.context.obj(value as never))
  font(file).set(key('Encoding'), file.context.register(stream))
}
const info = (Registry: string, Ordering: string, Supplement: number) => ({ Registry: PDFString.of(Registry), Ordering: PDFString.of(Ordering), Supplement })
/** A tag more in the first paragraph. */
function add(file: PDFDocument, type: string, entries: Record<string, unknown> = {}, inside = tag(file, 'Art')): PDFDict {
  const element = file.context.obj({ Type: 'StructElem', S: type, P: file.context.getObjectRef(inside), ...entries } as never) as unknown as PDFDict
  inside.lookup(key('K'), PDFArray).push(file.context.register(element))
  return element
}

type Damage = (file: PDFDocument) => void

/** For each condition the damage that breaks it; a damage that breaks others with it names them. */
const damages: Record<ConditionId, Damage | { also: ConditionId[]; damage: Damage } | undefined> = {
  '01-003': (file) => paint(file, (content) => content.replace(/(\/MCID 0 >>\s*BDC)/, '$1 /Artifact BMC EMC')),
  '01-004': (file) => paint(file, (content) => content.replace(/(\/\w+ <<\s*\/MCID 0 >>\s*BDC[\s\S]*?EMC)/, '/Artifact BMC $1 EMC')),
  '01-005': (file) => paint(file, (content) => `${content} 10 10 5 5 re f`),
  '01-007': (file) => file.catalog.lookup(key('MarkInfo'), PDFDict).set(key('Suspects'), file.context.obj(true)),
  '02-001': (file) => retag(file, 'Code', 'Wobble'),
  '02-003': (file) => rootOf(file).set(key('RoleMap'), file.context.obj({ Strong: 'Em', Em: 'Strong', Aside: 'Div' })),
  '02-004': (file) => rootOf(file).lookup(key('RoleMap'), PDFDict).set(key('Code'), key('Span')),
  '06-001': (file) => file.catalog.delete(key('Metadata')),
  '06-002': (file) => xmp(file, (text) => text.replace('<pdfuaid:part>1<', '<pdfuaid:part>2<')),
  '06-003': (file) => xmp(file, (text) => text.replace(/(<dc:title>[\s\S]*?xml:lang="[^"]*">)[^<]+([\s\S]*?xml:lang="[^"]*">)[^<]+/, '$1$2')),
  '07-001': (file) => file.catalog.lookup(key('ViewerPreferences'), PDFDict).delete(key('DisplayDocTitle')),
  '07-002': (file) => file.catalog.lookup(key('ViewerPreferences'), PDFDict).set(key('DisplayDocTitle'), file.context.obj(false)),
  '09-004': (file) => retag(file, 'TD', 'P'),
  '09-005': (file) => retag(file, 'LBody', 'P'),
  '09-006': (file) => void add(file, 'TOCI'),
  '09-007': (file) => void add(file, 'RT'),
  '09-008': (file) => void add(file, 'WT'),
  '10-001': (file) => unicode(file, (rules) => rules.replace(/beginbf(char|range)[\s\S]*endbf\1/, '')),
  '11-001': { also: ['11-002', '11-003', '11-004'], damage: (file) => file.catalog.delete(key('Lang')) },
  '11-002': { also: ['11-001', '11-003', '11-004'], damage: (file) => file.catalog.set(key('Lang'), PDFString.of('')) },
  '11-003': { also: ['11-001', '11-002', '11-004'], damage: (file) => file.catalog.set(key('Lang'), PDFString.of('the Queen’s')) },
  '11-004': { also: ['11-001', '11-002', '11-003'], damage: (file) => file.catalog.set(key('Lang'), PDFString.of('en_GB')) },
  '11-005': { also: ['28-005'], damage: (file) => file.catalog.set(key('AcroForm'), file.context.obj({ Fields: [{ T: 'name' }] } as never)) },
  '11-006': (file) => xmp(file, (text) => text.replace(/(<dc:title>.*)/, (line) => line.replaceAll(/ xml:lang="[^"]*"/g, ''))),
  '13-004': (file) => tag(file, 'Figure').delete(key('Alt')),
  '14-002': (file) => retag(file, 'H1', 'H2'),
  '14-003': (file) => retag(file, 'H3', 'H4'),
  '14-006': { also: ['14-007'], damage: (file) => (add(file, 'H'), void add(file, 'H')) },
  '14-007': (file) => void add(file, 'H'),
  '15-003': (file) => ['A', 'ID'].forEach((entry) => tag(file, 'TH').delete(key(entry))),
  '16-001': (file) => tags(file, 'L').forEach((list) => list.delete(key('A'))),
  '16-002': (file) => tag(file, 'L').set(key('A'), file.context.obj({ O: 'List', ListNumbering: 'Runes' })),
  '17-002': (file) => void add(file, 'Formula'),
  '17-003': { also: ['17-002', '10-001'], damage: (file) => (add(file, 'Formula'), unicode(file, (rules) => rules.replace(/beginbf(char|range)[\s\S]*endbf\1/, ''))) },
  '19-003': (file) => void add(file, 'Note'),
  '19-004': (file) => (add(file, 'Note', { ID: PDFString.of('n1') }), void add(file, 'Note', { ID: PDFString.of('n1') })),
  '20-001': { also: ['20-002'], damage: (file) => file.catalog.set(key('OCProperties'), file.context.obj({ OCGs: [], D: {}, Configs: [{}] } as never)) },
  '20-002': (file) => file.catalog.set(key('OCProperties'), file.context.obj({ OCGs: [], D: {} } as never)),
  '20-003': { also: ['20-002'], damage: (file) => file.catalog.set(key('OCProperties'), file.context.obj({ OCGs: [], D: { AS: [] } } as never)) },
  '21-001': (file) => file.catalog.set(key('Names'), file.context.obj({ EmbeddedFiles: { Names: [] } } as never)),
  '25-001': (file) => file.catalog.set(key('AcroForm'), file.context.obj({ Fields: [], XFA: [] } as never)),
  '26-001': { also: ['26-002'], damage: (file) => void (file.context.trailerInfo.Encrypt = file.context.obj({ Filter: 'Standard' })) },
  '26-002': { also: ['26-001'], damage: (file) => void (file.context.trailerInfo.Encrypt = file.context.obj({ Filter: 'Standard', P: 0 })) },
  '28-002': { also: ['28-004'], damage: (file) => annotate(file, { Subtype: 'Highlight' }) },
  '28-004': { also: ['28-002'], damage: (file) => annotate(file, { Subtype: 'Text' }) },
  '28-005': { also: ['11-005'], damage: (file) => file.catalog.set(key('AcroForm'), file.context.obj({ Fields: [{}] } as never)) },
  '28-006': { also: ['28-004'], damage: (file) => annotate(file, { Subtype: 'Wobble' }) },
  '28-007': (file) => annotate(file, { Subtype: 'TrapNet' }),
  '28-008': (file) => firstPage(file).node.delete(key('Tabs')),
  '28-009': (file) => firstPage(file).node.set(key('Tabs'), key('R')),
  '28-010': (file) => annotate(file, { Subtype: 'Widget' }),
  '28-011': (file) => tags(file, 'Link').forEach((element, index) => index === 0 && element.set(key('S'), key('Span'))),
  '28-012': (file) => link(file).delete(key('Contents')),
  '28-014': { also: ['28-015'], damage: (file) => annotate(file, { Subtype: 'Screen' }) },
  '28-015': { also: ['28-014'], damage: (file) => annotate(file, { Subtype: 'Movie' }) },
  '28-016': (file) => annotate(file, { Subtype: 'FileAttachment' }),
  '28-017': { also: ['28-018'], damage: (file) => annotate(file, { Subtype: 'PrinterMark' }) },
  '28-018': { also: ['28-017'], damage: (file) => annotate(file, { Subtype: 'PrinterMark', N: 'Bar' }) },
  '30-001': (file) => drawForm(file, { Ref: {} }),
  '30-002': (file) => {
    drawForm(file, { StructParents: 9 })
    paint(file, (content) => `${content} /Artifact BMC /Form1 Do /Form1 Do EMC`)
  },
  '31-001': (file) => encodingOf(file, { CIDSystemInfo: info('Other', 'Identity', 0) }),
  '31-002': (file) => encodingOf(file, { CIDSystemInfo: info('Adobe', 'Japan1', 0) }),
  '31-003': (file) => encodingOf(file, { CIDSystemInfo: info('Adobe', 'Identity', 6) }),
  '31-004': (file) => descendant(file).set(key('CIDToGIDMap'), key('Wobble')),
  '31-005': (file) => descendant(file).delete(key('CIDToGIDMap')),
  '31-006': (file) => font(file).set(key('Encoding'), key('My-Own-H')),
  '31-007': (file) => encodingOf(file, { WMode: 1 }),
  '31-008': (file) => encodingOf(file, { UseCMap: key('My-Own-H') }),
  '31-009': (file) => descriptor(file).delete(key('FontFile2')),
  '31-011': undefined,
  '31-012': { also: ['31-013', '31-009'], damage: (file) => font(file).set(key('Subtype'), key('Type1')) },
  '31-013': { also: ['31-012', '31-009'], damage: (file) => font(file).set(key('Subtype'), key('MMType1')) },
  '31-014': (file) => descriptor(file).set(key('CIDSet'), key('None')),
  '31-015': (file) => descriptor(file).set(key('CIDSet'), file.context.register(file.context.flateStream(new Uint8Array(2)))),
  '31-016': undefined,
  '31-017': trueType(), '31-018': trueType(), '31-019': trueType(), '31-020': trueType(), '31-021': trueType(),
  '31-022': trueType(), '31-024': trueType(), '31-025': trueType(), '31-026': trueType(),
  '31-027': (file) => font(file).delete(key('ToUnicode')),
  '31-028': (file) => unicode(file, (rules) => rules.replace('endcmap', '1 beginbfchar\n<0FFF> <0000>\nendbfchar\nendcmap')),
  '31-029': (file) => unicode(file, (rules) => rules.replace('endcmap', '1 beginbfchar\n<0FFF> <FEFF>\nendbfchar\nendcmap')),
  '31-030': (file) => paint(file, (content) => content.replace(/<[0-9A-Fa-f]{4}([0-9A-Fa-f]*)>\s*Tj/, '<0000$1> Tj')),
}

function trueType(): { also: ConditionId[]; damage: Damage } {
  return { also: ['31-017', '31-018', '31-019', '31-020', '31-021', '31-022', '31-024', '31-025', '31-026', '31-009'], damage: (file) => font(file).set(key('Subtype'), key('TrueType')) }
}

/** A form XObject among the resources of the first page. */
function drawForm(file: PDFDocument, entries: Record<string, unknown>): void {
  const form = file.context.stream('', { Type: 'XObject', Subtype: 'Form', ...entries } as never)
  const resources = firstPage(file).node.Resources()
  const objects = resources?.lookupMaybe(key('XObject'), PDFDict) ?? PDFDict.withContext(file.context)
  objects.set(key('Form1'), file.context.register(form))
  resources?.set(key('XObject'), objects)
}

describe('a printed story', () => {
  it('passes every condition of the audit, and says that it keeps PDF/UA-1', async () => {
    expect(auditPdf(await open())).toEqual([])
    expect(Buffer.from(printed).toString('latin1')).toContain('<pdfuaid:part>1</pdfuaid:part>')
  })

  it('has a list of what can go wrong, whose conditions but for two are judged', () => {
    const counts = Object.values(conditions).map(([how]) => how)
    const of = (how: string): number => counts.filter((one) => one === how).length
    expect({ checked: of('checked'), refused: of('refused'), 'font program': of('font program') }).toMatchInlineSnapshot(`
      {
        "checked": 54,
        "font program": 2,
        "refused": 32,
      }
    `)
  })

  const rows = (Object.keys(conditions) as ConditionId[]).flatMap((condition) => {
    const damage = damages[condition]
    return damage === undefined ? [] : [{ condition, what: conditions[condition][1], also: typeof damage === 'function' ? [] : damage.also, damage: typeof damage === 'function' ? damage : damage.damage }]
  })

  it('needs a font program for no other condition than those without a damaged file', () => {
    expect(Object.entries(damages).filter(([, damage]) => damage === undefined).map(([condition]) => conditions[condition as ConditionId][0])).toEqual(['font program', 'font program'])
  })

  it.each(rows)('is refused where $what: $condition', async ({ condition, also, damage }) => {
    const file = await open()
    damage(file)
    const found = new Set(auditPdf(file).map((fault) => fault.condition))
    expect(found).toContain(condition)
    expect([...found].filter((one) => one !== condition && !also.includes(one))).toEqual([])
  })

  it('is not published with a fault, which names file and condition: pdf/not-accessible', async () => {
    const file = await open()
    tag(file, 'Figure').set(key('Alt'), PDFHexString.fromText(''))
    const [planned] = pdf.plan(article, pdf.options.parse({}))
    const [judged] = await judgeFiles(pdf, [{ path: planned?.path ?? '', mediaType: 'application/pdf', bytes: await file.save() }], article, newsroom.newsroom.publication)
    expect(judged?.checks).toContainEqual({ name: 'PDF/UA audit', version: '0.1.0', verdict: 'failed' })
    expect(judged?.diagnostics).toContainEqual(expect.objectContaining({ rule: 'pdf/not-accessible', scope: 'story', reason: expect.stringContaining('13-004') }))
  })

  it('does not claim what it does not keep: a letter that no font has takes the claim away, pdf/not-claimed', async () => {
    const odd = { ...article, headline: 'A rune \u{16E4} and a hieroglyph \u{13080}' }
    const [artifact] = (await newsroom.draw(pdf as never, odd)).artifacts
    expect(Buffer.from(artifact?.bytes ?? []).toString('latin1')).not.toContain('<pdfuaid:part>')
    const [judged] = await judgeFiles(pdf, artifact ? [artifact] : [], odd, newsroom.newsroom.publication)
    const told = judged?.diagnostics.filter(({ rule }) => rule === 'pdf/not-claimed').map(({ reason }) => reason) ?? []
    expect(told.join('\n')).toMatch(/does not claim PDF\/UA-1: a glyph is the empty box \(31-030/)
    expect(judged?.diagnostics.map(({ rule }) => rule)).not.toContain('pdf/not-accessible')
  })
})
