import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFNumber, PDFString, type PDFObject } from '@cantoo/pdf-lib'
import type { Operation } from '../content-operators.ts'
import { operationsOf } from '../page-content.ts'

/** One structure element (ISO 32000-1, 14.7.2) with what it holds. */
export interface Tag {
  dict: PDFDict
  /** As the file says it: `/S`. */
  type: string
  parent: Tag | undefined
  children: Tag[]
  /** Marked content of a page that belongs to it. */
  marks: { page: PDFDict | undefined; id: number }[]
  /** Annotations that belong to it. */
  annotations: PDFDict[]
}

/** One page with its instructions. */
export interface AuditedPage {
  /** Counts from 1. */
  number: number
  dict: PDFDict
  operations: readonly Operation[]
  annotations: PDFDict[]
}

/** A PDF as the auditors look at it: opened once, for all of them. */
export interface AuditedFile {
  pdf: PDFDocument
  catalog: PDFDict
  pages: readonly AuditedPage[]
  /** Every element in reading order; the first is the root's first child. */
  tags: readonly Tag[]
  /** What non-standard types stand for. */
  roles: ReadonlyMap<string, string>
}

const key = PDFName.of

/** Look at a PDF for the auditors. Throws where its pages are not as Chromium writes them. */
export function openFile(pdf: PDFDocument): AuditedFile {
  const root = dictOf(pdf.catalog.lookup(key('StructTreeRoot')))
  return {
    pdf,
    catalog: pdf.catalog,
    pages: pdf.getPages().map((page, index) => ({
      number: index + 1,
      dict: page.node,
      operations: page.node.Contents() ? operationsOf(page) : [],
      annotations: listOf(page.node.lookup(key('Annots'))).flatMap((annotation) => dictOf(annotation) ?? []),
    })),
    tags: root ? tagsBelow(root, undefined, undefined) : [],
    roles: new Map(dictOf(root?.lookup(key('RoleMap')))?.entries().flatMap(([from, to]) => (to instanceof PDFName ? [[from.decodeText(), to.decodeText()] as const] : [])) ?? []),
  }
}

/** The standard type that an element stands for, after the role map. */
export function roleOf({ type }: Pick<Tag, 'type'>, roles: AuditedFile['roles']): string {
  const seen = new Set<string>()
  let role = type
  while (roles.has(role) && !seen.has(role)) {
    seen.add(role)
    role = roles.get(role) ?? role
  }
  return role
}

function tagsBelow(holder: PDFDict, parent: Tag | undefined, page: PDFDict | undefined): Tag[] {
  const found: Tag[] = []
  for (const kid of listOf(holder.lookup(key('K')))) {
    const dict = dictOf(kid)
    if (kid instanceof PDFNumber) parent?.marks.push({ page, id: kid.asNumber() })
    else if (dict?.lookup(key('Type')) === key('MCR')) parent?.marks.push({ page: dictOf(dict.lookup(key('Pg'))) ?? page, id: numberOf(dict.lookup(key('MCID'))) ?? -1 })
    else if (dict?.lookup(key('Type')) === key('OBJR')) parent?.annotations.push(...[dictOf(dict.lookup(key('Obj')))].filter((one) => one !== undefined))
    else if (dict?.has(key('S'))) found.push(...tagAndBelow(dict, parent, page))
  }
  return found
}

function tagAndBelow(dict: PDFDict, parent: Tag | undefined, page: PDFDict | undefined): Tag[] {
  const tag: Tag = { dict, type: nameOf(dict.lookup(key('S'))) ?? '', parent, children: [], marks: [], annotations: [] }
  parent?.children.push(tag)
  return [tag, ...tagsBelow(dict, tag, dictOf(dict.lookup(key('Pg'))) ?? page)]
}

/** The attributes of an element that one owner gives (ISO 32000-1, 14.7.5): `Table`, `List`. */
export function attributeOf({ dict }: Tag, owner: string, name: string): PDFObject | undefined {
  const owned = listOf(dict.lookup(key('A'))).flatMap((one) => dictOf(one) ?? []).filter((one) => nameOf(one.lookup(key('O'))) === owner)
  return owned.map((one) => one.lookup(key(name))).find((value) => value !== undefined)
}

/** The object as a dictionary, if it is one. */
export function dictOf(object: PDFObject | undefined): PDFDict | undefined {
  if (object instanceof PDFDict) return object
  return object !== undefined && 'dict' in object && object.dict instanceof PDFDict ? object.dict : undefined
}

/** An array's members, looked up; one object alone is a list of one, and nothing is none. */
export function listOf(object: PDFObject | undefined): PDFObject[] {
  if (object === undefined) return []
  if (!(object instanceof PDFArray)) return [object]
  return Array.from({ length: object.size() }, (_, index) => object.lookup(index)).filter((member) => member !== undefined)
}

/** The object as a name without its slash, if it is one. */
export function nameOf(object: PDFObject | undefined): string | undefined {
  return object instanceof PDFName ? object.decodeText() : undefined
}

/** The object as a number, if it is one. */
export function numberOf(object: PDFObject | undefined): number | undefined {
  return object instanceof PDFNumber ? object.asNumber() : undefined
}

/** Text of a string object; undefined where it is none, or empty. */
export function wordsOf(object: PDFObject | undefined): string | undefined {
  const text = object instanceof PDFString || object instanceof PDFHexString ? object.decodeText() : ''
  return text.trim() === '' ? undefined : text
}
