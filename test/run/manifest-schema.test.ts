import { join } from 'node:path'
import { expect, it } from 'vitest'
import { manifestJsonSchema } from '../../pipeline/run/manifest.ts'

it('is generated from the definition that the manifest is read with; vitest -u writes it anew', async () => {
  const file = join(import.meta.dirname, '../../pipeline/run/manifest.schema.json')
  await expect(`${JSON.stringify(manifestJsonSchema(), null, 1)}\n`).toMatchFileSnapshot(file)
})
