import { writeFile } from 'node:fs/promises'
import { dependenciesPage } from './dependencies/page.ts'
import { referencePage } from './reference/page.ts'
import { rulesPage } from './rules-page.ts'

// Run from the top of the repository: npm run write-docs.
await writeFile('docs/rules.md', rulesPage())
await writeFile('docs/reference.md', referencePage())
await writeFile('docs/dependencies.md', dependenciesPage())
