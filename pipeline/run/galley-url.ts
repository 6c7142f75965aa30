import { version } from '../tools/installation.ts'

/** What Galley is called among packages: a package URL (github.com/package-url/purl-spec). */
export const galleyUrl = `pkg:npm/galley@${version}`
