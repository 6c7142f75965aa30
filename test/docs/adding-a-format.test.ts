import { expect, it } from 'vitest'
import { copyGalley } from '../support/copy-of-galley.ts'
import { followGuide } from '../support/follow-guide.ts'

await followGuide('adding-a-format.md', copyGalley, ({ read }) => {
  it('publishes every story in the new format, as it stands in the guide', async () => {
    const copy = await read('dist/world/port-strike/port-strike.txt')
    expect(copy).toMatch(/^Labour\n\nGdynia dockers vote/)
    expect(copy).toMatch(/\n- ENDS -\n$/)
  })

  it('puts on record that its judge accepted it, and that no word is missing', async () => {
    const manifest = JSON.parse(await read('dist/manifest.json')) as { files: { path: string; checks: { name: string; verdict: string }[]; coverage: { written: number; found: number } }[] }
    const file = manifest.files.find(({ path }) => path === 'world/port-strike/port-strike.txt')
    expect(file).toMatchObject({ checks: [{ name: 'Sign-off', verdict: 'passed' }] })
    expect(file?.coverage.written).toBeGreaterThan(1000)
    expect(file?.coverage.found).toBe(file?.coverage.written)
  })

  it('publishes the format of the whole newspaper with the option of publication.yml', async () => {
    const headlines = (await read('dist/headlines.txt')).trim().split('\n\n')
    expect(headlines).toHaveLength(5)
    expect(headlines[0]).toBe('Gdynia dockers vote to end the strike that stilled a sea\nhttps://harbourpost.example/world/port-strike/')
  })

  it('keeps snapshots of both, and has rule and option in the reference', async () => {
    expect(await read('test/outputs/wire/every-node/copy.txt')).toContain('- ENDS -')
    expect(await read('test/outputs/lobby/headlines.txt/headlines.txt')).toContain('https://')
    expect(await read('docs/rules.md')).toContain('`wire/no-sign-off`')
    expect(await read('docs/reference.md')).toContain('`formats.lobby.stories`')
  })
})
