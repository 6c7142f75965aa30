import { deepest } from './depth.ts'

const markers = new RegExp(`^(?:[ \\t]*>|[ \\t]*(?:[-+*]|\\d{1,9}[.)])[ \\t]){${deepest + 1}}`)
const lineAcross = /^[ \t]*([-*])(?:[ \t]*\1)*[ \t]*$/
const fence = /^[ \t>]*(:{3,})(.?)/

/** The first line that opens so many quotes, lists and boxes that parsing it would take minutes. */
export function steepLine(text: string): number | undefined {
  /** How many colons each open box has. */
  let boxes: number[] = []
  const index = text.split('\n').findIndex((line) => {
    if (line.length > deepest && markers.test(line) && !lineAcross.test(line)) return true
    const [, { length = 0 } = '', behind = ''] = fence.exec(line) ?? []
    if (length === 0) return false
    boxes = behind === '' || behind === ' ' ? closed(boxes, length) : [...boxes, length]
    return boxes.length > deepest
  })
  return index === -1 ? undefined : index + 1
}

/** A line of colons closes the outermost box that has as few, and all that is in it. */
function closed(boxes: readonly number[], colons: number): number[] {
  const outermost = boxes.findIndex((own) => own <= colons)
  return boxes.slice(0, outermost === -1 ? boxes.length : outermost)
}
