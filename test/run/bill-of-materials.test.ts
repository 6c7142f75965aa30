import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import { beforeAll, describe, expect, it } from 'vitest'
import { printBillOfMaterials } from '../../pipeline/run/bill-of-materials.ts'
import { lockedPackages, type NpmPackage } from '../../pipeline/run/locked-packages.ts'

interface Bill {
  serialNumber: string
  metadata: { component: { 'bom-ref': string } }
  components: { 'bom-ref': string; name: string; version: string; scope?: string; hashes?: { content: string }[] }[]
  dependencies: { ref: string; dependsOn: string[] }[]
}

const home = join(import.meta.dirname, '../..')
const tools = { node: '20', icu: '78.2', pdf: 'Chromium 147.0.0 (bundled)' }
const locked = lockedPackages()
const read = (bytes: Uint8Array): Bill => JSON.parse(new TextDecoder().decode(bytes)) as Bill
const bill = read(printBillOfMaterials(locked, tools))

const schema = async (name: string): Promise<object> => JSON.parse(await readFile(join(home, 'node_modules/@cyclonedx/cyclonedx-library/res/schema', name), 'utf8')) as object

/** The judge: the schema of CycloneDX itself, with that of SPDX ids and of signatures, which it refers to. */
let isValid: (bill: unknown) => string[]
beforeAll(async () => {
  const ajv = new Ajv({ strict: false })
  addFormats.default(ajv)
  // What no field of ours has: ajv-formats does not know them.
  for (const format of ['idn-email', 'iri-reference']) ajv.addFormat(format, true)
  const [bom, spdx, jsf] = await Promise.all([schema('bom-1.6.SNAPSHOT.schema.json'), schema('spdx.SNAPSHOT.schema.json'), schema('jsf-0.82.SNAPSHOT.schema.json')])
  for (const [name, of] of [['spdx', spdx], ['jsf-0.82', jsf]] as const) ajv.addSchema(of, `http://cyclonedx.org/schema/${name}.SNAPSHOT.schema.json`)
  const validate = ajv.compile(bom)
  isValid = (of) => (validate(of) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`))
})

describe('the bill of materials', () => {
  it('is CycloneDX 1.6, by its own schema', () => {
    expect(isValid(bill)).toEqual([])
  })

  it.each<[string, (bill: Bill) => void]>([
    ['a licence that SPDX does not know', (of) => Object.assign(of.components[5] ?? {}, { licenses: [{ license: { id: 'Free' } }] })],
    ['a hash that is none', (of) => Object.assign(of.components[5] ?? {}, { hashes: [{ alg: 'SHA-512', content: 'none' }] })],
    ['a component without a name', (of) => Object.assign(of.components[5] ?? {}, { name: undefined })],
    ['the same component twice', (of) => of.components.push(...of.components.slice(0, 1))],
    ['a serial number that is none', (of) => Object.assign(of, { serialNumber: '7' })],
  ])('would be refused with %s', (_, damage) => {
    const damaged = structuredClone(bill)
    damage(damaged)
    expect(isValid(JSON.parse(JSON.stringify(damaged)))).not.toEqual([])
  })

  it('has each package that publishing stands on, with the hash that npm compares, and no other', async () => {
    const { dependencies } = JSON.parse(await readFile(join(home, 'package.json'), 'utf8')) as { dependencies: Record<string, string> }
    const names = bill.components.map(({ name }) => name)
    expect(Object.keys(dependencies).filter((name) => !names.includes(name))).toEqual([])
    expect(names).not.toContain('vitest')
    expect(bill.components.filter((one) => one['bom-ref'].startsWith('pkg:') && one.hashes?.[0]?.content.length !== 128).map(({ name }) => name)).toEqual([])
  })

  it('has what is outside of the packages, as the manifest names it', () => {
    expect(bill.components.filter((one) => one['bom-ref'].startsWith('tool:')).map(({ name, version }) => `${name} ${version}`)).toEqual(['node 20', 'icu 78.2', 'pdf Chromium 147.0.0 (bundled)'])
  })

  it('tells packages for other machines from those that are here', () => {
    const scopes = new Map(bill.components.map(({ name, scope }) => [name, scope]))
    const here = `@esbuild/${process.platform}-${process.arch}`
    expect([...scopes].filter(([name]) => name.startsWith('@esbuild/')).filter(([, scope]) => scope === 'required').map(([name]) => name)).toEqual([here])
  })

  it('says what stands on what, and of everything how it comes to be here', () => {
    const needs = new Map(bill.dependencies.map(({ ref, dependsOn }) => [ref, dependsOn]))
    const reached = new Set([bill.metadata.component['bom-ref']])
    for (const ref of reached) for (const needed of needs.get(ref) ?? []) reached.add(needed)
    const refs = bill.components.map((one) => one['bom-ref'])
    expect(refs.filter((ref) => !reached.has(ref))).toEqual([])
    expect([...reached].filter((ref) => !refs.includes(ref))).toEqual([bill.metadata.component['bom-ref']])
  })

  it('is the same, byte by byte, for the same packages and tools, and has another serial number for others', () => {
    expect(printBillOfMaterials(lockedPackages(), tools)).toEqual(printBillOfMaterials(locked, tools))
    const others: NpmPackage[] = locked.packages.map((one, index) => (index === 0 ? { ...one, version: '0.0.1' } : one))
    expect(read(printBillOfMaterials({ ...locked, packages: others }, tools)).serialNumber).not.toBe(bill.serialNumber)
    expect(read(printBillOfMaterials(locked, { ...tools, pdf: 'Chromium 148.0.0 (system)' })).serialNumber).not.toBe(bill.serialNumber)
  })
})
