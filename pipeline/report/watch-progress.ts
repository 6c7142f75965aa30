import type { Progress } from '../contract/outcome.ts'

/** Where progress goes: `process.stderr`, so that `--json` keeps standard output for itself. */
export type Screen = NodeJS.WriteStream

const width = 24

/** A live bar on a terminal; elsewhere one plain line a story, which logs can keep. */
export async function watchProgress(screen: Screen): Promise<Progress> {
  return screen.isTTY ? liveBar(screen) : plainLines(screen)
}

/** For those who want to hear nothing until the end. */
export const silence: Progress = { start: () => undefined, story: () => undefined, inspect: () => undefined, stop: () => undefined }

async function liveBar(screen: Screen): Promise<Progress> {
  const { createLogUpdate } = await import('log-update')
  const update = createLogUpdate(screen)
  let total = 0
  let done = 0
  const draw = (slug: string): void => {
    const filled = total === 0 ? width : Math.round((done / total) * width)
    update(`${'█'.repeat(filled)}${'░'.repeat(width - filled)} ${done}/${total} ${slug}`)
  }
  return {
    start: (stories) => {
      total = stories
      draw('')
    },
    story: (slug) => {
      done += 1
      draw(slug)
    },
    inspect: (check, files) => void screen.write(`${check} judges ${files} files\n`),
    stop: () => update.clear(),
  }
}

function plainLines(screen: Screen): Progress {
  return {
    start: () => undefined,
    story: (slug, fate, files) => {
      screen.write(fate === 'published' ? `published ${slug} (${files} ${files === 1 ? 'file' : 'files'})\n` : `left as it was: ${slug}\n`)
    },
    inspect: (check, files) => void screen.write(`${check} judges ${files} files\n`),
    stop: () => undefined,
  }
}
