import { PDFName } from '@cantoo/pdf-lib'
import { attributeOf, listOf, nameOf, roleOf, wordsOf, type AuditedFile, type Tag } from './audited-file.ts'
import type { PdfFault } from './pdf-fault.ts'

const key = PDFName.of

/** The types of ISO 32000-1, 14.8.4. */
const standard = new Set(
  ('Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot ' +
    'Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form').split(' '),
)

/** The tree of tags: its types, headings, tables, lists, figures and notes (ISO 14289-1, 7.1 to 7.9). */
export function auditStructure(file: AuditedFile): PdfFault[] {
  return [...roles(file), ...places(file), ...alternatives(file), ...headings(file), ...tables(file), ...lists(file), ...notes(file)]
}

function roles({ tags, roles: map }: AuditedFile): PdfFault[] {
  const types = [...new Set(tags.map(({ type }) => type))]
  const circular = [...map.keys()].filter((type) => map.has(roleOf({ type }, map)))
  return [
    ...types.filter((type) => !standard.has(roleOf({ type }, map)) && !circular.includes(type)).map((type) => ({ condition: '02-001' as const, where: type, found: `/${roleOf({ type }, map)}` })),
    ...circular.map((type) => ({ condition: '02-003' as const, where: type, found: `/${map.get(type)}` })),
    ...[...map].filter(([type, to]) => standard.has(type) && to !== type).map(([type, to]) => ({ condition: '02-004' as const, where: type, found: `/${to}` })),
  ]
}

/** Where parts of tables, lists, contents and annotated text may stand: part, parents, condition (ISO 32000-1, tables 333 and 336 to 338). */
const mayStandIn: readonly [PdfFault['condition'], Readonly<Record<string, readonly string[]>>][] = [
  ['09-004', { THead: ['Table'], TBody: ['Table'], TFoot: ['Table'], TR: ['Table', 'THead', 'TBody', 'TFoot'], TH: ['TR'], TD: ['TR'] }],
  ['09-005', { LI: ['L'], LBody: ['LI'] }],
  ['09-006', { TOCI: ['TOC'] }],
  ['09-007', { RB: ['Ruby'], RT: ['Ruby'], RP: ['Ruby'] }],
  ['09-008', { WT: ['Warichu'], WP: ['Warichu'] }],
]
/** What these may hold, groups left out. */
const mayHold: readonly [PdfFault['condition'], Readonly<Record<string, readonly string[]>>][] = [
  ['09-004', { Table: ['TR', 'THead', 'TBody', 'TFoot', 'Caption'], TR: ['TH', 'TD'] }],
  ['09-005', { L: ['LI', 'L', 'Caption'], LI: ['Lbl', 'LBody'] }],
  ['09-006', { TOC: ['TOCI', 'TOC', 'Caption'] }],
]

function places({ tags, roles: map }: AuditedFile): PdfFault[] {
  return tags.flatMap((tag) => {
    const role = roleOf(tag, map)
    const parent = tag.parent && roleOf(tag.parent, map)
    const misplaced = mayStandIn.filter(([, rule]) => rule[role] && !rule[role].includes(parent ?? '')).map(([condition]) => ({ condition, where: role, found: `in ${parent ?? 'nothing'}` }))
    const held = mayHold.flatMap(([condition, rule]) => {
      const allowed = rule[role]
      if (!allowed) return []
      return tag.children.map((child) => roleOf(child, map)).filter((child) => !allowed.includes(child)).map((child) => ({ condition, where: role, found: `holds ${child}` }))
    })
    return [...misplaced, ...held]
  })
}

function alternatives({ tags, roles: map }: AuditedFile): PdfFault[] {
  return tags.flatMap((tag, index) => {
    const role = roleOf(tag, map)
    const hasWords = wordsOf(tag.dict.lookup(key('Alt'))) !== undefined || wordsOf(tag.dict.lookup(key('ActualText'))) !== undefined
    if (hasWords || (role !== 'Figure' && role !== 'Formula')) return []
    return [{ condition: role === 'Figure' ? ('13-004' as const) : ('17-002' as const), where: `tag ${index + 1}`, found: 'neither Alt nor ActualText' }]
  })
}

function headings({ tags, roles: map }: AuditedFile): PdfFault[] {
  const faults: PdfFault[] = []
  const types = tags.map((tag) => roleOf(tag, map))
  const levels = types.flatMap((role) => (/^H[1-6]$/.test(role) ? [Number(role.slice(1))] : []))
  if (levels[0] !== undefined && levels[0] !== 1) faults.push({ condition: '14-002', found: `H${levels[0]}` })
  levels.forEach((level, index) => {
    const before = levels[index - 1]
    if (before !== undefined && level > before + 1) faults.push({ condition: '14-003', where: `heading ${index + 1}`, found: `H${level} after H${before}` })
  })
  if (types.includes('H') && levels.length > 0) faults.push({ condition: '14-007', found: 'H and H1' })
  for (const tag of tags) if (tag.children.filter((child) => roleOf(child, map) === 'H').length > 1) faults.push({ condition: '14-006', where: tag.type, found: 'more than one H' })
  return faults
}

/** Headings say by Scope what they are for; a table whose cells name their headings by ID needs none. */
function tables({ tags, roles: map }: AuditedFile): PdfFault[] {
  return tags.filter((tag) => roleOf(tag, map) === 'TH').flatMap((heading, index) => {
    const scope = nameOf(attributeOf(heading, 'Table', 'Scope'))
    const isNamed = wordsOf(heading.dict.lookup(key('ID'))) !== undefined && isUsed(heading, map)
    if (isNamed || ['Row', 'Column', 'Both'].includes(scope ?? '')) return []
    return [{ condition: '15-003' as const, where: `TH ${index + 1}`, found: scope === undefined ? 'no Scope' : `Scope ${scope}` }]
  })
}

function isUsed(heading: Tag, map: AuditedFile['roles']): boolean {
  const id = wordsOf(heading.dict.lookup(key('ID')))
  let table = heading.parent
  while (table && roleOf(table, map) !== 'Table') table = table.parent
  return table !== undefined && below(table).some((cell) => listOf(attributeOf(cell, 'Table', 'Headers')).some((header) => wordsOf(header) === id))
}

function below({ children }: Tag): Tag[] {
  return children.flatMap((child) => [child, ...below(child)])
}

const numberings = new Set(['Decimal', 'UpperRoman', 'LowerRoman', 'UpperAlpha', 'LowerAlpha'])
const signs = new Set(['None', 'Disc', 'Circle', 'Square'])

/** A list whose items have labels says how they are counted, or what sign they have. */
function lists({ tags, roles: map }: AuditedFile): PdfFault[] {
  return tags.filter((tag) => roleOf(tag, map) === 'L').flatMap((list, index): PdfFault[] => {
    const numbering = nameOf(attributeOf(list, 'List', 'ListNumbering'))
    const hasLabels = list.children.some((item) => item.children.some((child) => roleOf(child, map) === 'Lbl'))
    if (numbering === undefined) return hasLabels ? [{ condition: '16-001' as const, where: `L ${index + 1}`, found: 'no ListNumbering' }] : []
    return numberings.has(numbering) || signs.has(numbering) ? [] : [{ condition: '16-002' as const, where: `L ${index + 1}`, found: numbering }]
  })
}

function notes({ tags, roles: map }: AuditedFile): PdfFault[] {
  const seen = new Set<string>()
  return tags.filter((tag) => roleOf(tag, map) === 'Note').flatMap(({ dict }, index): PdfFault[] => {
    const id = wordsOf(dict.lookup(key('ID')))
    const where = `Note ${index + 1}`
    if (id === undefined) return [{ condition: '19-003' as const, where, found: 'no ID' }]
    if (seen.has(id)) return [{ condition: '19-004' as const, where, found: id }]
    seen.add(id)
    return []
  })
}
