import { expect, it } from 'vitest'
import { copyGalley } from '../support/copy-of-galley.ts'
import { followGuide } from '../support/follow-guide.ts'

await followGuide('designers.md', copyGalley, ({ read }) => {
  it('shows the new colour on the page', async () => {
    const page = await read('dist/world/port-strike/index.html')
    const [, stylesheet] = /<link rel="stylesheet" href="\.\.\/\.\.\/([^"]+)"/.exec(page) ?? []
    expect(await read(`dist/${stylesheet}`)).toContain('--accent: #0b5c4a')
  })
})
