import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { runShell } from './run-shell.ts'

/** A block of a guide, as whoever follows it reads it. */
export type Step =
  | { kind: 'write'; line: number; path: string; text: string }
  /** Lines with `+` are put in, lines with `-` taken out, beside lines that stay. */
  | { kind: 'change'; line: number; path: string; diff: string }
  | { kind: 'run'; line: number; script: string }
  /** What is printed then. */
  | { kind: 'expect'; line: number; text: string }

/**
 * What a guide tells to do, in its order. The file of a block is the last path in backquotes of the paragraph above it, or of the one above
 * the block before. `sh` is run, `diff` is a change, `text` is what the last command prints. Throws where a block has no file: nothing is only
 * to be looked at.
 */
export function stepsOf(guide: string): Step[] {
  const steps: Step[] = []
  let path: string | undefined
  for (const { language, text, above, line } of blocksOf(guide)) {
    path = above === '' ? path : pathIn(above)
    if (language === 'sh') steps.push({ kind: 'run', script: text, line })
    else if (language === 'text') steps.push({ kind: 'expect', text, line })
    else if (path === undefined) throw new Error(`The block at line ${line} says no file that it belongs to.`)
    else steps.push(language === 'diff' ? { kind: 'change', path, diff: text, line } : { kind: 'write', path, text, line })
  }
  return steps
}

/** A block of code, and the paragraph between it and what stands before. */
export interface GuideBlock {
  language: string
  text: string
  above: string
  line: number
}

/** Every block of code of a page. */
export function blocksOf(page: string): GuideBlock[] {
  const blocks: GuideBlock[] = []
  let end = 0
  for (const match of page.matchAll(/^(`{3,})(\w*)\n([^]*?)^\1$/gm)) {
    const [whole, , language = '', text = ''] = match
    const above = page.slice(end, match.index).trim().split(/\n{2,}/).at(-1) ?? ''
    blocks.push({ language, text, above, line: page.slice(0, match.index).split('\n').length })
    end = match.index + whole.length
  }
  return blocks
}

function pathIn(paragraph: string): string | undefined {
  return [...paragraph.matchAll(/(?<!\[)`([\w.-]+(?:\/[\w.-]+)+\.\w+)`/g)].at(-1)?.[1]
}

/** What a step is, for the name of its test. */
export function nameOf(step: Step): string {
  const what = { write: 'write', change: 'change', run: 'run', expect: 'this is printed' }[step.kind]
  return `line ${step.line}: ${what} ${step.kind === 'run' ? step.script.trim() : 'path' in step ? step.path : ''}`.trim()
}

/** Somebody who does in a folder what a guide tells, step by step; each answers with what went wrong, or nothing. */
export function followerIn(folder: string): (step: Step) => Promise<string> {
  let printed = ''
  return async (step) => {
    if (step.kind === 'expect') return missingLines(step.text, printed)
    if (step.kind !== 'run') return changeFile(step, join(folder, step.path))
    // Not as a CI, where no snapshot is written.
    const { code, stdout, stderr } = await runShell(step.script, { cwd: folder, env: { CI: '' } })
    printed = stdout
    return code === 0 ? '' : `Exit code ${code}.\n${stdout}\n${stderr}`
  }
}

function missingLines(text: string, printed: string): string {
  const lines = new Set(printed.split('\n'))
  const missing = text.trimEnd().split('\n').filter((line) => !lines.has(line))
  return missing.length === 0 ? '' : `Not printed:\n${missing.join('\n')}\nBut:\n${printed}`
}

async function changeFile(step: Extract<Step, { kind: 'write' | 'change' }>, file: string): Promise<string> {
  await mkdir(dirname(file), { recursive: true })
  const text = step.kind === 'write' ? step.text : changed(await readFile(file, 'utf8'), step.diff)
  if (text === undefined) return `The lines that stay or go do not stand in ${step.path} once and only once.`
  await writeFile(file, text)
  return ''
}

/** The lines that stay or go must stand in the file once, one below the other. */
function changed(text: string, diff: string): string | undefined {
  const lines = diff.trimEnd().split('\n')
  const side = (without: string) => lines.filter((line) => !line.startsWith(without)).map((line) => `${line.slice(1)}\n`).join('')
  const parts = `\n${text}`.split(`\n${side('+')}`)
  return parts.length === 2 ? parts.join(`\n${side('-')}`).slice(1) : undefined
}
