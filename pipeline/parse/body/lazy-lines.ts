/** More than any paragraph has; of each, the parser asks all before it. */
const most = 500

const marked = /^[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?:[ \t]|$))/
/** Begins a block of its own, whatever stands before it (CommonMark 0.31, 4.2 and 4.5). */
const newBlock = /^ {0,3}(?:`{3,}[^`]*$|~{3,}|#{1,6}(?:[ \t]|$))/

/** The first line of a run of too many that continue a quote or a list without its mark (CommonMark 0.31, 5.1, “laziness”). */
export function lazyRun(text: string): number | undefined {
  let [isWithin, count] = [false, 0]
  const index = text.split('\n').findIndex((line) => {
    if (marked.test(line)) [isWithin, count] = [true, 0]
    else if (line.trim() === '' || newBlock.test(line)) isWithin = false
    else if (isWithin) count += 1
    return isWithin && count > most
  })
  return index === -1 ? undefined : index + 1 - most
}
