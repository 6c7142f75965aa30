import type { Publication } from '../../pipeline/ast/publication.ts'
import { parseArticle } from '../../pipeline/parse/parse-article.ts'
import { tangles } from '../corpus/tangles.ts'
import type { Desk } from '../desk.ts'
import { repeat } from '../desk.ts'
import type { Usage } from '../measure/usage.ts'
import { tangleSizes } from '../report/targets.ts'
import type { Part } from './part.ts'

const publication: Publication = { name: 'The Bench', url: 'https://bench.example', language: 'en-GB', timezone: 'UTC', social: {}, sections: [], front: [] }

/** Time against size of Markdown that means ill, in this process: a story is read, or refused. */
export const tangledStories: readonly Part[] = [{ name: 'tangles', run: readAll }]

async function readAll(desk: Desk): Promise<void> {
  for (const [name, write] of Object.entries(tangles)) {
    for (const bytes of tangleSizes) {
      const file = { path: 'articles/tangle.md', bytes: new TextEncoder().encode(`---\nheadline: Tangle\npublished: 2026-01-01T00:00:00Z\n---\n${write(bytes)}\n`) }
      const facts = { name: `tangle-${name}-${bytes / 1000}`, title: `${bytes / 1000} kB of ${name} read, or refused`, stories: 0 }
      await desk.figure(facts, () => repeat(7, async () => measure(() => void parseArticle(file, { publication }))))
    }
  }
}

function measure(work: () => void): Usage {
  const [started, processor] = [performance.now(), process.cpuUsage()]
  work()
  const { user, system } = process.cpuUsage(processor)
  return { milliseconds: performance.now() - started, processorMilliseconds: (user + system) / 1000, programBytes: 0, browserBytes: 0 }
}
