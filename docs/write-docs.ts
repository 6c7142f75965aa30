import { readFile, writeFile } from 'node:fs/promises'
import { rulesPage } from './rules-page.ts'

// Run from the top of the repository: npm run write-docs.
await writeFile('docs/rules.md', rulesPage(await readFile('docs/rules-of-your-own.md', 'utf8')))
