import { expect, it } from 'vitest'
import { copyGalley } from '../support/copy-of-galley.ts'
import { followGuide } from '../support/follow-guide.ts'

await followGuide('adding-a-rule.md', copyGalley, ({ read }) => {
  it('publishes the story of which they warn', async () => {
    expect(await read('dist/sea/fog/index.html')).toContain('Fog keeps the ferry in port.')
  })

  it('has the rule of the house with its examples among all rules', async () => {
    const page = await read('docs/rules.md')
    expect(page).toContain('### `headline-full-stop`\n\nwarning · A headline ends in a full stop.')
    expect(page).toContain('headline: Fog keeps the ferry in port.\n')
  })
})
