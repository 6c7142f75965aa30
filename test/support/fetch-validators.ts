import { fetchAmpValidator } from '../../pipeline/tools/amp/fetch-amp-validator.ts'

/** Before any test: what a publish says depends on whether the AMP validator is there, and tests that run side by side must not change it for each other. */
export default async function setup(): Promise<void> {
  await fetchAmpValidator()
}
