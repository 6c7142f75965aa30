import { expect, it } from 'vitest'
import { followGuide } from '../support/follow-guide.ts'
import { checkOutNewspaper, plainStory } from '../support/small-checkout.ts'

await followGuide(
  'engineers.md',
  async () => {
    const checkout = await checkOutNewspaper()
    await checkout.write('articles/ferry-resumes.md', plainStory('Ferry sails again'))
    return checkout
  },
  ({ read }) => {
    it('has the outcome of a publish as JSON, and its reports', async () => {
      expect(JSON.parse(await read('outcome.json'))).toMatchObject({ exitCode: 0, nextRelease: '2099-12-31T23:58:30.000Z' })
      expect(await read('junit.xml')).toContain('ferry-resumes')
      expect(JSON.parse(await read('galley.sarif'))).toMatchObject({ version: '2.1.0' })
      expect(JSON.parse(await read('preview/manifest.json'))).toMatchObject({ stories: [{ slug: 'ferry-resumes' }] })
    })
  },
)
