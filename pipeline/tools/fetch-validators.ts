import { fetchAmpValidator } from './amp/fetch-amp-validator.ts'

// `npm run fetch-validators`: what judges our formats and comes with no package of its own. Needs npm’s registry, once.
await fetchAmpValidator()
