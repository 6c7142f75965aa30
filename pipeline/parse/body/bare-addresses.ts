import type { Extension as FromMarkdown } from 'mdast-util-from-markdown'
import type { Construct, Extension } from 'micromark-util-types'

/** What a text is parsed by: its tokens, and the nodes that are made of them. */
export interface Syntax {
  extensions: Extension[]
  mdastExtensions: FromMarkdown[]
}

/**
 * Whether GFM could make a link of a bare address in this text (GFM 0.29, 6.9): each has an at sign, begins with `www`, or has a scheme
 * and slashes. A character reference or an escape may stand for any of them.
 */
export function mayHoldAddress(text: string): boolean {
  return /[@&\\]|www|:\//i.test(text)
}

/**
 * A syntax that makes no links of bare addresses, and is the same in all else. The tokenizer looks for an e-mail address at the beginning
 * of every word, and the tree is searched once more for what it has overlooked: a third of the time that parsing takes.
 */
export function withoutAddresses({ extensions, mdastExtensions }: Syntax): Syntax {
  return {
    extensions: extensions.map((extension) => (extension.text ? { ...extension, text: withoutAutolinks(extension.text) } : extension)),
    mdastExtensions: mdastExtensions.filter(({ enter }) => enter?.literalAutolink === undefined),
  }
}

const autolinks = new Set(['emailAutolink', 'protocolAutolink', 'wwwAutolink'])

function withoutAutolinks(text: NonNullable<Extension['text']>): NonNullable<Extension['text']> {
  const kept = Object.entries(text).map(([code, of]): [string, Construct[]] => [code, [of ?? []].flat().filter(({ name }) => !autolinks.has(name ?? ''))])
  return Object.fromEntries(kept.filter(([, constructs]) => constructs.length > 0))
}
