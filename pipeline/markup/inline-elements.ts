/** Elements that stand in a line of text (HTML Standard, 3.2.5.2.5, of those that we write); all others keep words apart. */
export const inlineElements: ReadonlySet<string> = new Set([
  'a', 'abbr', 'b', 'bdi', 'bdo', 'cite', 'code', 'del', 'em', 'i', 'img', 'input', 'ins', 'q', 's', 'small', 'span', 'strong', 'sub', 'sup', 'time', 'u', 'wbr',
])
