import type { Flow } from './nodes.ts'

/**
 * The blocks of a story in the order in which a reader meets them: live updates that follow one another are shown newest
 * first, however they were written. Updates of one minute keep their order, and so does everything else.
 */
export function shownBlocks(blocks: readonly Flow[]): Flow[] {
  const shown: Flow[] = []
  let run: Flow[] = []
  for (const block of blocks) {
    if (block.type === 'footnoteDefinition') shown.push(block)
    else if (block.type === 'update') run.push(block)
    else {
      shown.push(...newestFirst(run), block)
      run = []
    }
  }
  return [...shown, ...newestFirst(run)]
}

function newestFirst(run: readonly Flow[]): Flow[] {
  return [...run].sort((a, b) => time(b) - time(a))
}

function time(block: Flow): number {
  return block.type === 'update' ? Date.parse(block.time) : 0
}
